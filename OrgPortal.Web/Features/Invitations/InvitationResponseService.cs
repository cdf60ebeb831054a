using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

internal sealed class InvitationResponseService(
    IOrganizationGuard guard,
    ICurrentUser currentUser,
    InvitationLandings landings,
    InvitationAnswers answers,
    InvitationAsking asking,
    InvitationSignUp signUp,
    InvitationMailer mailer,
    MyInvitationsReader mine,
    IAuditTrail audit) : IInvitationResponseService
{
    public Task<InvitationLanding> FindAsync(string token, CancellationToken cancellationToken = default) =>
        landings.FindAsync(token, cancellationToken);

    public async Task<Result<OrganizationId>> AcceptAsync(string token)
    {
        if (await guard.DenyUnlessSignedInAsync() is { } denied)
        {
            return denied;
        }

        var found = await FindMineAsync(token, AuditActions.AcceptInvitation);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var (link, invitation, person) = found.Value;
        if (await answers.HasJoinedAsync(invitation, person))
        {
            return invitation.OrganizationId;
        }

        return link.IsOpen(invitation)
            ? await answers.AcceptAsync(invitation, person, link.Maker)
            : new Refused(RefusalReasons.InvitationEnded);
    }

    public async Task<Result> DeclineAsync(string token, string? note = null)
    {
        if (await guard.DenyUnlessSignedInAsync() is { } denied)
        {
            return denied;
        }

        var found = await FindMineAsync(token, AuditActions.DeclineInvitation);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        return found.Value.Link.IsOpen(found.Value.Invitation)
            ? await answers.DeclineAsync(found.Value.Invitation, Clean(note))
            : new Refused(RefusalReasons.InvitationEnded);
    }

    // Whoever asks may have no account yet. What it may cause is bounded by the link itself.
    public Task<Result> AskForNewAsync(string token) => asking.AskAsync(token);

    // Nobody is signed in yet: that is what it is for. Possession of the mailed link is the proof.
    public async Task<Result<string>> SignUpAsync(string token)
    {
        var found = await landings.OpenAsync(token);
        return found.IsFailure ? found.Failure : await signUp.BeginAsync(token, found.Value.Link, found.Value.Invitation);
    }

    public async Task<Result> SendNewLinkAsync(string token)
    {
        if (await guard.DenyUnlessSignedInAsync() is { } denied)
        {
            return denied;
        }

        var found = await FindMineAsync(token, AuditActions.ResendInvitation);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        if (found.Value.Invitation.Status != InvitationStatuses.Pending)
        {
            return new Refused(RefusalReasons.InvitationEnded);
        }

        var begun = await audit.BeginAsync(InvitationActs.Of(AuditActions.ResendInvitation, found.Value.Invitation.OrganizationId, found.Value.Invitation));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        // The person asks for it, but the inviter vouches for it, as for the link that the mail brought first.
        var failure = await mailer.SendAsync(found.Value.Invitation, new InvitationMaker(found.Value.Invitation.InviterId, null));
        await entry.CompleteAsync(failure);
        return failure is null ? Result.Done : failure;
    }

    public async Task<Result<MyInvitations>> ListMineAsync(CancellationToken cancellationToken = default) =>
        await guard.DenyUnlessSignedInAsync(cancellationToken) is { } denied
            ? denied
            : await mine.ListAsync(await currentUser.GetAsync(), cancellationToken);

    public async Task<Result<OrganizationId>> AcceptMineAsync(InvitationId invitation)
    {
        if (await guard.DenyUnlessSignedInAsync() is { } denied)
        {
            return denied;
        }

        var found = await mine.FindAsync(await currentUser.GetAsync(), invitation);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        if (await answers.HasJoinedAsync(found.Value.Invitation, found.Value.Person))
        {
            return found.Value.Invitation.OrganizationId;
        }

        return found.Value.Invitation.Status == InvitationStatuses.Pending
            ? await answers.AcceptAsync(found.Value.Invitation, found.Value.Person, null)
            : new Refused(RefusalReasons.InvitationEnded);
    }

    public async Task<Result> DeclineMineAsync(InvitationId invitation, string? note = null)
    {
        if (await guard.DenyUnlessSignedInAsync() is { } denied)
        {
            return denied;
        }

        var found = await mine.FindAsync(await currentUser.GetAsync(), invitation);
        return found switch
        {
            { IsFailure: true } => found.Failure,
            { Value.Invitation.Status: InvitationStatuses.Pending } => await answers.DeclineAsync(found.Value.Invitation, Clean(note)),
            _ => new Refused(RefusalReasons.InvitationEnded),
        };
    }

    private static string? Clean(string? note) =>
        new Letter(Note: note).Clean().Note is { } text ? text[..Math.Min(text.Length, IInvitationResponseService.LongestNote)] : null;

    /// <summary>The invitation behind a link, for the signed-in person whose address it is made for, as Logto has it now.</summary>
    private async Task<Result<(InvitationLink Link, OrganizationInvitation Invitation, UserId Person)>> FindMineAsync(string token, string action)
    {
        var found = await landings.OpenAsync(token);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var (link, invitation) = found.Value;
        var person = await landings.WhoAsync(await currentUser.GetAsync());
        if (person.IsFailure)
        {
            return person.Failure;
        }

        if (person.Value is not { } user)
        {
            return new SignInRequired();
        }

        if (EmailAddress.AreSame(user.PrimaryEmail, invitation.Invitee))
        {
            return (link, invitation, user.Id);
        }

        var mismatch = new Refused(RefusalReasons.AddressMismatch);
        await audit.RecordDenialAsync(InvitationActs.Of(action, invitation.OrganizationId, invitation), mismatch);
        return mismatch;
    }
}
