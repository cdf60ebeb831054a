using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Finds invitations by the signed-in person's address, without a link.</summary>
internal sealed class MyInvitationsReader(
    IAccountStanding accounts,
    IOrganizationInvitationsClient invitations,
    IOrganizationsClient organizations,
    ISignInExperienceClient signInExperience,
    InviterNames names,
    IOrganizationHolds holds)
{
    public async Task<Result<MyInvitations>> ListAsync(Person? person, CancellationToken cancellationToken)
    {
        var address = await AddressOfAsync(person, cancellationToken);
        if (address.IsFailure)
        {
            return address.Failure;
        }

        if (address.Value is not { } mine)
        {
            return MyInvitations.None;
        }

        var verifies = VerifiesAsync(cancellationToken);
        var found = await invitations.ListByInviteeAsync(mine.Value, cancellationToken).ToResultAsync();
        var canAnswer = await verifies;
        if (found.IsFailure || canAnswer.IsFailure)
        {
            return found.Failure ?? canAnswer.Failure!;
        }

        var open = found.Value
            .Where(invitation => invitation.Status == InvitationStatuses.Pending && EmailAddress.AreSame(invitation.Invitee, mine.Value))
            .Take(MyInvitations.MaxItems);
        var items = await Task.WhenAll(open.Select(invitation => DescribeAsync(invitation, canAnswer.Value, cancellationToken)));
        return new MyInvitations([.. items.OfType<MyInvitation>()], canAnswer.Value);
    }

    /// <summary>
    /// An invitation for the person's address, as Logto has both now. One for somebody else is not found. Where sign-up does not
    /// verify addresses the link is the only proof: <see cref="RefusalReasons.LinkRequired"/>.
    /// </summary>
    public async Task<Result<(OrganizationInvitation Invitation, UserId Person)>> FindAsync(Person? person, InvitationId invitation)
    {
        var verifies = await VerifiesAsync(CancellationToken.None);
        if (verifies.IsFailure)
        {
            return verifies.Failure;
        }

        if (!verifies.Value)
        {
            return new Refused(RefusalReasons.LinkRequired);
        }

        var address = await AddressOfAsync(person, CancellationToken.None);
        if (address.IsFailure)
        {
            return address.Failure;
        }

        if (address.Value is not { } mine || invitation == default)
        {
            return new NotFound();
        }

        var found = await invitations.GetAsync(invitation).ToResultAsync();
        return found switch
        {
            { IsFailure: true } => found.Failure,
            _ when !EmailAddress.AreSame(found.Value.Invitee, mine.Value) => new NotFound(),
            _ when await holds.DenyIfHeldAsync(found.Value.OrganizationId) is { } closed => closed,
            _ => (found.Value, person!.Id),
        };
    }

    private async Task<Result<EmailAddress?>> AddressOfAsync(Person? person, CancellationToken cancellationToken)
    {
        if (person is null)
        {
            return new SignInRequired();
        }

        var user = await accounts.FindActiveAsync(person.Id, cancellationToken);
        return user switch
        {
            { IsFailure: true } => user.Failure,
            { Value: null } => new SignInRequired(),
            _ => Result.Of<EmailAddress?>(EmailAddress.TryParse(user.Value.PrimaryEmail, out var address) ? address : null),
        };
    }

    private async Task<Result<bool>> VerifiesAsync(CancellationToken cancellationToken)
    {
        var experience = await signInExperience.GetAsync(cancellationToken).ToResultAsync();
        return experience.IsFailure ? experience.Failure : experience.Value.SignUp?.Verify is true;
    }

    // Where addresses are not verified anybody may have signed up with this one: then the organization's name has to do.
    private async Task<MyInvitation?> DescribeAsync(OrganizationInvitation invitation, bool tellsAll, CancellationToken cancellationToken)
    {
        var inviter = tellsAll && invitation.InviterId is { } id ? names.FindAsync(id, cancellationToken) : Task.FromResult<string?>(null);
        var organization = await organizations.GetAsync(invitation.OrganizationId, cancellationToken).ToResultAsync();
        var inviterName = await inviter;
        var hold = await holds.FindAsync(invitation.OrganizationId, cancellationToken: cancellationToken);
        return organization.IsFailure || hold.IsFailure || hold.Value is not null ? null : new MyInvitation(
            invitation.Id,
            invitation.OrganizationId,
            organization.Value.Name,
            organization.Value.Branding?.LogoUrl,
            inviterName,
            tellsAll ? invitation.OrganizationRoles : [],
            invitation.ExpiresAt);
    }
}
