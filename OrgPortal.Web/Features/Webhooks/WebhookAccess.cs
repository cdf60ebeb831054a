using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>What stands between an administrator and a webhook, after the guard; and how an act is done.</summary>
internal sealed class WebhookAccess(
    ICurrentUser currentUser, IOrganizationGuard guard, IPermissionReader permissions, WebhookStore store, IOrganizationLocks locks, IAuditTrail audit, IOrganizationEvents events)
{
    /// <summary>What the signed-in person may see of what a webhook can be told.</summary>
    public async Task<Result<OrganizationRights>> ReadRightsAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        await currentUser.GetAsync() is { } person ? await permissions.ReadRecentAsync(organization, person.Id, cancellationToken) : new SignInRequired();

    /// <summary>Why a webhook may not be told of this: the person may not see it in the portal either. On record, like every attempt at more than is allowed.</summary>
    public async Task<Failure?> RefuseEventsAsync(AuditAct act, IEnumerable<string> events)
    {
        // The guard has just read them from Logto.
        var rights = await ReadRightsAsync(act.Organization!.Value);
        if (rights.IsFailure)
        {
            return rights.Failure;
        }

        if (events.FirstOrDefault(name => WebhookEventTypes.PermissionOf(name) is { } needed && !rights.Value.Allow(needed)) is not { } above)
        {
            return null;
        }

        var refused = new Refused(RefusalReasons.EventNotVisible, above);
        await audit.RecordDenialAsync(act, refused);
        return refused;
    }

    /// <summary>Does something inside the organization's lock, as the signed-in person.</summary>
    public async Task<Result<T>> HoldAsync<T>(OrganizationId organization, Func<Person, Task<Result<T>>> act)
    {
        if (await currentUser.GetAsync() is not { } actor)
        {
            return new SignInRequired();
        }

        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        await using var lease = held.Value;
        // Whoever waited may have lost the right meanwhile.
        return await guard.DenyIfDoubtfulAsync(organization, OrganizationPermissions.ManageOrganization) is { } lost ? lost : await act(actor);
    }

    /// <summary>Does something with one of the organization's webhooks inside its lock.</summary>
    public Task<Result<T>> HoldAsync<T>(OrganizationId organization, Guid webhook, Func<WebhookEndpoint, Task<Result<T>>> act) => HoldAsync(organization, async _ =>
    {
        var found = await store.FindAsync(organization, webhook);
        return found.IsFailure ? found.Failure : await act(found.Value);
    });

    /// <summary>Records the act, does it, records how it ended and announces it.</summary>
    public async Task<Result<T>> ActAsync<T>(AuditAct act, Func<Task<Result<T>>> change)
    {
        var begun = await audit.BeginAsync(act);
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var done = await change();
        await intent.CompleteAsync(done.Failure);
        if (!done.IsFailure)
        {
            events.Publish(new WebhooksChanged(act.Organization!.Value));
        }

        return done;
    }
}
