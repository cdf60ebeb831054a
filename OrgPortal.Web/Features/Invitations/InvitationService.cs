using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

internal sealed class InvitationService(
    IOrganizationGuard guard,
    IOrganizationLocks locks,
    InvitationAccess access,
    InvitationListing listing,
    IConnectorsClient connectors,
    InvitationBatch batch,
    InvitationUpkeep upkeep,
    InvitationEnding ending,
    InvitationSuccession succession) : IInvitationService
{
    public async Task<Result<InvitationList>> ListAsync(OrganizationId organization, InvitationQuery query, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers, cancellationToken) is { } denied
            ? denied
            : await listing.ReadAsync(organization, query, cancellationToken);

    public async Task<Result<int?>> CountOpenAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers, cancellationToken) is { } denied
            ? denied
            : await listing.CountOpenAsync(organization, cancellationToken);

    public async Task<Result<int>> CountOpenByAsync(OrganizationId organization, UserId inviter, CancellationToken cancellationToken = default) =>
        await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers, cancellationToken) is { } denied
            ? denied
            : await listing.CountOpenByAsync(organization, inviter, cancellationToken);

    public async Task<Result<bool>> CanMailAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers, cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await connectors.ListAsync(cancellationToken).ToResultAsync();
        return found.IsFailure ? found.Failure : found.Value.Any(connector => connector.Type == Connector.Email);
    }

    public async Task<Result<IReadOnlyList<AddressOutcome>>> SendAsync(OrganizationId organization, SendInvitationsForm form)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        if (SendInvitationsCheck.Refuse(form) is { } invalid)
        {
            return invalid;
        }

        var actor = await access.ActorAsync();
        if (actor.IsFailure)
        {
            return actor.Failure;
        }

        var roles = form.Roles.Distinct().ToList();
        return await access.RefuseRolesAsync(organization, actor.Value, roles, AuditActions.CreateInvitation) is { } refused
            ? refused
            : await batch.SendAsync(organization, actor.Value, form with { Roles = roles, Letter = form.Letter?.Clean() });
    }

    public async Task<Result> ResendAsync(OrganizationId organization, InvitationId invitation)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        var found = await FindToInviteAsync(organization, invitation, InvitationStatuses.Pending, AuditActions.ResendInvitation);
        return found.IsFailure ? found.Failure : await upkeep.ResendAsync(found.Value.Actor, found.Value.Invitation);
    }

    public async Task<Result> RenewAsync(OrganizationId organization, InvitationId invitation)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        var held = await HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var hold = held.Value;
        var found = await FindToInviteAsync(organization, invitation, InvitationStatuses.Expired, AuditActions.RenewInvitation);
        return found switch
        {
            { IsFailure: true } => found.Failure,
            _ when EmailAddress.TryParse(found.Value.Invitation.Invitee, out var address) => await upkeep.RenewAsync(found.Value.Actor, found.Value.Invitation, address),
            _ => new Invalid("addresses", "format"),
        };
    }

    public async Task<Result> RevokeAsync(OrganizationId organization, InvitationId invitation)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        var held = await HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var hold = held.Value;
        var found = await access.FindAsync(organization, invitation, InvitationStatuses.Pending);
        return found.IsFailure ? found.Failure : await ending.RevokeAsync(found.Value);
    }

    public async Task<Result> RestoreAsync(OrganizationId organization, InvitationId invitation)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        var held = await HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var hold = held.Value;
        var actor = await access.ActorAsync();
        var found = actor.IsFailure ? actor.Failure : await access.FindAsync(organization, invitation);
        return found.IsFailure ? found.Failure : await succession.RestoreAsync(actor.Value, found.Value);
    }

    public async Task<Result<InvitationsHandled>> TakeOverAsync(OrganizationId organization, UserId inviter)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        var held = await HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var hold = held.Value;
        var actor = await access.ActorAsync();
        var open = actor.IsFailure ? actor.Failure : await succession.ListOpenAsync(organization, inviter);
        return open switch
        {
            { IsFailure: true } => open.Failure,
            { Value.Count: 0 } => new InvitationsHandled(0, 0),
            _ => await succession.TakeOverAsync(organization, actor.Value, inviter, open.Value),
        };
    }

    public async Task<Result<InvitationsHandled>> RevokeSentByAsync(OrganizationId organization, UserId inviter)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        var open = await succession.ListOpenAsync(organization, inviter);
        if (open.IsFailure)
        {
            return open.Failure;
        }

        var done = new List<InvitationId>();
        foreach (var invitation in open.Value)
        {
            // Held anew for each: however many there are, others get their turn.
            var held = await HoldAsync(organization);
            if (held.IsFailure)
            {
                return done.Count == 0 ? held.Failure : new InvitationsHandled(done.Count, open.Value.Count - done.Count) { Revoked = done };
            }

            await using var hold = held.Value;
            var found = await access.FindAsync(organization, invitation.Id, InvitationStatuses.Pending);
            if (!found.IsFailure && !(await ending.RevokeAsync(found.Value)).IsFailure)
            {
                done.Add(invitation.Id);
            }
        }

        return new InvitationsHandled(done.Count, open.Value.Count - done.Count) { Revoked = done };
    }

    public async Task<Result> DeleteAsync(OrganizationId organization, InvitationId invitation)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        var held = await HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var hold = held.Value;
        var found = await access.FindAsync(organization, invitation);
        return found switch
        {
            { IsFailure: true } => found.Failure,
            { Value.Status: InvitationStatuses.Pending } => new Refused(RefusalReasons.InvitationOpen),
            _ => await ending.DeleteAsync(found.Value),
        };
    }

    public async Task<Result<Uri>> CreateLinkAsync(OrganizationId organization, InvitationId invitation)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is { } denied)
        {
            return denied;
        }

        var found = await FindToInviteAsync(organization, invitation, InvitationStatuses.Pending, AuditActions.CopyInvitationLink);
        return found.IsFailure ? found.Failure : await upkeep.CreateLinkAsync(found.Value.Actor, found.Value.Invitation);
    }

    // Whoever held the lock before may have taken the right away. What was read a moment ago counts unless a change was announced
    // since, so this asks Logto nothing as long as nothing happened; only a doubt is worth the question, which goes on record.
    private async Task<Result<IAsyncDisposable>> HoldAsync(OrganizationId organization)
    {
        var held = await locks.HoldAsync(organization);
        if (held.IsFailure
            || await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.InviteMembers) is null
            || await guard.DenyUnlessAsync(organization, OrganizationPermissions.InviteMembers) is not { } lost)
        {
            return held;
        }

        await held.Value.DisposeAsync();
        return lost;
    }

    // Handing out a link again is inviting again: nobody does so with more than they hold.
    private async Task<Result<(Authentication.Person Actor, OrganizationInvitation Invitation)>> FindToInviteAsync(
        OrganizationId organization, InvitationId invitation, string status, string action)
    {
        var actor = await access.ActorAsync();
        if (actor.IsFailure)
        {
            return actor.Failure;
        }

        var found = await access.FindAsync(organization, invitation, status);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var roles = found.Value.OrganizationRoles.Select(role => role.Id).ToList();
        return await access.RefuseRolesAsync(organization, actor.Value, roles, action, found.Value) is { } refused
            ? refused
            : (actor.Value, found.Value);
    }
}
