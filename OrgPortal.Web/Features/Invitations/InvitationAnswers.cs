using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Accepts and declines. The callers have established who answers, that the address is the invited one, and that the link or the tenant proves it.</summary>
internal sealed class InvitationAnswers(
    IOrganizationInvitationsClient invitations,
    IPermissionReader reader,
    InvitationVouching vouching,
    IOrganizationHolds holds,
    InvitationTokens tokens,
    IOrganizationLocks locks,
    IAuditTrail audit,
    InvitationNews news)
{
    public async Task<Result<OrganizationId>> AcceptAsync(OrganizationInvitation invitation, UserId person, UserId? maker)
    {
        var accepted = await AcceptInTurnAsync(invitation, person, maker);
        if (!accepted.IsFailure)
        {
            await news.TellAcceptedAsync(invitation, person);
        }

        return accepted;
    }

    public async Task<Result> DeclineAsync(OrganizationInvitation invitation, string? note = null)
    {
        var declined = await DeclineInTurnAsync(invitation, note);
        if (!declined.IsFailure)
        {
            await news.TellDeclinedAsync(invitation);
        }

        return declined;
    }

    /// <summary>Whether the person accepted this invitation before and still belongs to the organization: then the answer is the same again.</summary>
    public async Task<bool> HasJoinedAsync(OrganizationInvitation invitation, UserId person, CancellationToken cancellationToken = default) =>
        invitation.Status == InvitationStatuses.Accepted
        && invitation.AcceptedUserId == person
        && await reader.ReadRecentAsync(invitation.OrganizationId, person, cancellationToken) is { IsFailure: false, Value.IsMember: true };

    private async Task<Result<OrganizationId>> AcceptInTurnAsync(OrganizationInvitation invitation, UserId person, UserId? maker)
    {
        // Inside the lock: nobody revokes, or takes the inviter's rights, between the question and the act.
        var held = await locks.HoldAsync(invitation.OrganizationId);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var hold = held.Value;
        if (await holds.DenyIfHeldAsync(invitation.OrganizationId) is { } closed)
        {
            return closed;
        }

        if (await vouching.RefuseAsync(invitation, maker) is { } refused)
        {
            await audit.RecordDenialAsync(InvitationActs.Of(AuditActions.AcceptInvitation, invitation.OrganizationId, invitation), refused);
            return refused;
        }

        // With the roles: Logto forgets them when the membership ends.
        var begun = await audit.BeginAsync(InvitationActs.Of(AuditActions.AcceptInvitation, invitation.OrganizationId, invitation) with
        {
            After = new { roles = invitation.OrganizationRoles.Select(role => role.Name).Order(StringComparer.Ordinal) },
        });
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var accepted = await invitations.AcceptAsync(invitation.Id, person).ToResultAsync(Explain);
        var failure = accepted.Failure is Refused { Reason: RefusalReasons.InvitationEnded } ? await LookAgainAsync(invitation, person, accepted.Failure) : accepted.Failure;
        await entry.CompleteAsync(failure);
        if (failure is not null)
        {
            return failure;
        }

        await tokens.EndAllAsync(invitation, InvitationEnds.Accepted);
        news.AnnounceAccepted(invitation, person);
        return invitation.OrganizationId;
    }

    private async Task<Result> DeclineInTurnAsync(OrganizationInvitation invitation, string? note)
    {
        var held = await locks.HoldAsync(invitation.OrganizationId);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var hold = held.Value;
        var begun = await audit.BeginAsync(InvitationActs.Of(AuditActions.DeclineInvitation, invitation.OrganizationId, invitation));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var declined = await invitations.RevokeAsync(invitation.Id).ToResultAsync(Explain);
        await entry.CompleteAsync(declined.Failure);
        if (declined.IsFailure)
        {
            return declined.Failure;
        }

        await tokens.DeclineAllAsync(invitation, note);
        news.AnnounceDeclined(invitation);
        return Result.Done;
    }

    // Of two clicks at once the second finds it accepted.
    private async Task<Failure?> LookAgainAsync(OrganizationInvitation invitation, UserId person, Failure failure)
    {
        var now = await invitations.GetAsync(invitation.Id).ToResultAsync();
        return now is { IsFailure: false, Value: { Status: InvitationStatuses.Accepted } accepted } && accepted.AcceptedUserId == person ? null : failure;
    }

    private static Failure? Explain(string code) => code switch
    {
        "request.invalid_input" => new Refused(RefusalReasons.InvitationEnded),
        "entity.db_constraint_violated" => new Refused(RefusalReasons.MachineRole),
        _ => null,
    };
}
