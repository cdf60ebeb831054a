using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Sends invitations again, and hands out their links. The callers have asked for the permission, the organization and the roles.</summary>
internal sealed class InvitationUpkeep(
    IOrganizationInvitationsClient invitations,
    InvitationLimits limits,
    InvitationWriter writer,
    InvitationMailer mailer,
    InvitationTokens tokens,
    InvitationLetters letters,
    IAuditTrail audit,
    IOrganizationEvents events)
{
    public Task<Result> ResendAsync(Person actor, OrganizationInvitation open) => CountedAsync(actor, open, () => ResendCountedAsync(actor, open));

    /// <summary>The same, for callers who have counted the mail.</summary>
    public async Task<Failure?> ResendCountedAsync(Person actor, OrganizationInvitation open)
    {
        var begun = await audit.BeginAsync(InvitationActs.Of(AuditActions.ResendInvitation, open.OrganizationId, open));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var failure = await mailer.SendAsync(open, InvitationMaker.Of(actor));
        await entry.CompleteAsync(failure);
        events.Publish(new InvitationsChanged(open.OrganizationId));
        return failure;
    }

    public Task<Result> RenewAsync(Person actor, OrganizationInvitation expired, EmailAddress address) =>
        CountedAsync(actor, expired, async () => (await RenewCountedAsync(actor, expired, address)).Reason);

    /// <summary>The same, for callers who have counted the mail.</summary>
    public async Task<AddressOutcome> RenewCountedAsync(Person actor, OrganizationInvitation expired, EmailAddress address)
    {
        var roles = expired.OrganizationRoles.Select(role => role.Id).ToList();
        var letter = await letters.FindAsync(expired.Id);
        if (letter.IsFailure)
        {
            return new AddressOutcome(address.Value, AddressOutcomeKind.Unavailable, Reason: letter.Failure);
        }

        var outcome = await writer.WriteAsync(new InvitationDraft(expired.OrganizationId, address, roles, actor, Renews: expired, Letter: letter.Value));
        if (outcome.Kind is AddressOutcomeKind.Sent or AddressOutcomeKind.MailNotSent)
        {
            await tokens.EndAllAsync(expired, InvitationEnds.Renewed, outcome.Invitation);
            // The old record has no use any more: the links lead on, and the act is on record. Should it stay, it can be deleted by hand.
            await invitations.DeleteAsync(expired.Id).ToResultAsync();
            events.Publish(new InvitationsChanged(expired.OrganizationId));
        }

        return outcome;
    }

    public async Task<Result<Uri>> CreateLinkAsync(Person actor, OrganizationInvitation open)
    {
        var begun = await audit.BeginAsync(InvitationActs.Of(AuditActions.CopyInvitationLink, open.OrganizationId, open));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var link = await mailer.CreateLinkAsync(open, InvitationMaker.Of(actor));
        await entry.CompleteAsync(link.Failure);
        events.Publish(new InvitationsChanged(open.OrganizationId));
        return link;
    }

    private async Task<Result> CountedAsync(Person actor, OrganizationInvitation invitation, Func<Task<Failure?>> act)
    {
        var allowance = await limits.ReserveAsync(invitation.OrganizationId, actor.Id, 1);
        var denied = allowance.IsFailure ? allowance.Failure : allowance.Value.Limit;
        return denied is null && await act() is { } failure ? failure : denied ?? Result.Done;
    }
}
