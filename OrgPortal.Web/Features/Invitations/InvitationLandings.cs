using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Finds out what the bearer of a link may see. The store is asked first, so a token that was never given out costs Logto nothing.</summary>
internal sealed class InvitationLandings(
    ICurrentUser currentUser,
    IAccountStanding accounts,
    IOrganizationInvitationsClient invitations,
    InvitationTokens tokens,
    InvitationOffers offers,
    IOrganizationHolds holds,
    InvitationVouching vouching,
    InvitationSignUp signUp,
    InvitationAnswers answers)
{
    public async Task<InvitationLanding> FindAsync(string token, CancellationToken cancellationToken)
    {
        var stored = await tokens.FindAsync(token, cancellationToken);
        if (stored.IsFailure)
        {
            return new InvitationLanding(LandingState.Unavailable);
        }

        if (stored.Value is null)
        {
            return new InvitationLanding(LandingState.Unknown);
        }

        var link = new InvitationLink(stored.Value);
        if (await holds.DenyIfHeldAsync(OrganizationId.Parse(stored.Value.OrganizationId, null), cancellationToken) is { } closed)
        {
            return new InvitationLanding(closed is NotFound ? LandingState.Revoked : LandingState.Unavailable);
        }

        var invitation = await invitations.GetAsync(link.Invitation, cancellationToken).ToResultAsync();
        var person = await WhoAsync(await currentUser.GetAsync(), cancellationToken);
        var landing = (invitation, person) switch
        {
            ({ Failure: NotFound }, _) => Describe(StateAfter(link), await offers.RememberAsync(link, cancellationToken), person.IsFailure ? null : person.Value),
            ({ IsFailure: true }, _) or (_, { IsFailure: true }) => new InvitationLanding(LandingState.Unavailable),
            _ when !link.IsBoundTo(invitation.Value) => new InvitationLanding(LandingState.Unknown),
            _ => await DescribeAsync(link, invitation.Value, person.Value, cancellationToken),
        };
        return landing.State == LandingState.SignedOut && await signUp.IsPossibleAsync(link, invitation.Value, cancellationToken) ? landing with { CanSignUp = true } : landing;
    }

    /// <summary>The link and its invitation; <see cref="NotFound"/> for a token that was never given out, and for one whose invitation is gone.</summary>
    public async Task<Result<(InvitationLink Link, OrganizationInvitation Invitation)>> OpenAsync(string token)
    {
        var stored = await tokens.FindAsync(token);
        if (stored.IsFailure)
        {
            return stored.Failure;
        }

        if (stored.Value is null)
        {
            return new NotFound();
        }

        var link = new InvitationLink(stored.Value);
        if (await holds.DenyIfHeldAsync(OrganizationId.Parse(stored.Value.OrganizationId, null)) is { } closed)
        {
            return closed;
        }

        var invitation = await invitations.GetAsync(link.Invitation).ToResultAsync();
        return invitation switch
        {
            { IsFailure: true } => invitation.Failure,
            _ when !link.IsBoundTo(invitation.Value) => new NotFound(),
            _ => (link, invitation.Value),
        };
    }

    /// <summary>The signed-in person as Logto knows them now; nobody when nobody is signed in, or the account is gone or suspended.</summary>
    public async Task<Result<User?>> WhoAsync(Person? person, CancellationToken cancellationToken = default) =>
        person is null ? Result.Of<User?>(null) : await accounts.FindActiveAsync(person.Id, cancellationToken);

    // Who invites is read once, for what the offer says of them and for whether they may still invite.
    private async Task<InvitationLanding> DescribeAsync(InvitationLink link, OrganizationInvitation invitation, User? person, CancellationToken cancellationToken)
    {
        var inviter = invitation.InviterId is { } id && id == person?.Id ? Task.FromResult<User?>(person) : offers.FindInviterAsync(invitation.InviterId, cancellationToken);
        var offering = offers.DescribeAsync(invitation, inviter, cancellationToken);
        var state = await StateOfAsync(link, invitation, person, inviter, cancellationToken);
        return Describe(state, await offering, person);
    }

    private static InvitationLanding Describe(LandingState state, Result<InvitationOffer?> offer, User? person) =>
        offer.IsFailure
            ? new InvitationLanding(LandingState.Unavailable)
            : new InvitationLanding(state, offer.Value, person is null ? null : person.PrimaryEmail ?? InviterNames.Of(person) ?? string.Empty);

    private async Task<LandingState> StateOfAsync(InvitationLink link, OrganizationInvitation invitation, User? person, Task<User?> inviter, CancellationToken cancellationToken) => invitation.Status switch
    {
        InvitationStatuses.Pending when !link.IsOpen(invitation) => LandingState.Renewed,
        InvitationStatuses.Pending when person is null => LandingState.SignedOut,
        InvitationStatuses.Pending when !EmailAddress.AreSame(person.PrimaryEmail, invitation.Invitee) => LandingState.OtherAccount,
        InvitationStatuses.Pending => await vouching.RefuseAsync(invitation, link.Maker, await inviter) is Refused ? LandingState.Void : LandingState.Ready,
        InvitationStatuses.Expired => LandingState.Expired,
        InvitationStatuses.Accepted when person is not null && await answers.HasJoinedAsync(invitation, person.Id, cancellationToken) => LandingState.Member,
        InvitationStatuses.Accepted => LandingState.Accepted,
        _ => link.WasDeclined ? LandingState.Declined : LandingState.Revoked,
    };

    // Its record is gone: what the link itself remembers has to do.
    private static LandingState StateAfter(InvitationLink link) => link.Token.EndedBecause switch
    {
        InvitationEnds.Accepted => LandingState.Accepted,
        InvitationEnds.Declined => LandingState.Declined,
        InvitationEnds.Expired => LandingState.Expired,
        _ => LandingState.Revoked,
    };
}
