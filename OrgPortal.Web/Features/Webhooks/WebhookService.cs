using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Webhooks;

internal sealed class WebhookService(
    IOrganizationGuard guard,
    IReauthentication reauthentication,
    WebhookAccess access,
    WebhookStore store,
    WebhookCheck check,
    WebhookChanges changes,
    WebhookDeliveries deliveries,
    IOptions<WebhookOptions> options,
    TimeProvider time) : IWebhookService
{
    public async Task<Result<WebhookList>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageOrganization, cancellationToken) is { } denied)
        {
            return denied;
        }

        var rows = await store.ListAsync(organization, cancellationToken);
        var now = time.GetUtcNow();
        return rows.IsFailure ? rows.Failure : new WebhookList([.. rows.Value.Select(row => row.ToRow(now))], options.Value.PerOrganization);
    }

    public async Task<Result<WebhookTerms>> GetTermsAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageOrganization, cancellationToken) is { } denied)
        {
            return denied;
        }

        var rights = await access.ReadRightsAsync(organization, cancellationToken);
        return rights.IsFailure
            ? rights.Failure
            : new WebhookTerms([.. WebhookEventTypes.All.Select(type => new WebhookEventChoice(type.Name, type.Permission, rights.Value.Allow(type.Permission)))], options.Value.PerOrganization);
    }

    public async Task<Result<WebhookRow>> GetAsync(OrganizationId organization, Guid webhook, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageOrganization, cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await store.FindAsync(organization, webhook, cancellationToken);
        return found.IsFailure ? found.Failure : found.Value.ToRow(time.GetUtcNow());
    }

    public async Task<Result<ShownWebhookSecret>> CreateAsync(OrganizationId organization, WebhookForm form)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageOrganization) is { } denied)
        {
            return denied;
        }

        if (await reauthentication.DenyUnlessRecentAsync(organization, AuditActions.CreateWebhook) is { } unproved)
        {
            return unproved;
        }

        var url = await check.ReadAsync(form);
        return url.IsFailure ? url.Failure : await access.HoldAsync(organization, actor => changes.CreateAsync(organization, actor, url.Value, form));
    }

    public async Task<Result> ChangeAsync(OrganizationId organization, Guid webhook, WebhookForm form)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageOrganization) is { } denied)
        {
            return denied;
        }

        var known = await store.FindAsync(organization, webhook);
        if (known.IsFailure)
        {
            return known.Failure;
        }

        var url = await check.ReadAsync(form);
        if (url.IsFailure)
        {
            return url.Failure;
        }

        return known.Value.Url != url.Value.AbsoluteUri && await reauthentication.DenyUnlessRecentAsync(organization, AuditActions.ChangeWebhook) is { } unproved
            ? unproved
            : await ActAsync(organization, webhook, row => row.Url == known.Value.Url ? changes.ChangeAsync(row, url.Value, form) : Task.FromResult<Result>(new Refused(RefusalReasons.ChangedMeanwhile)));
    }

    public async Task<Result> SwitchAsync(OrganizationId organization, Guid webhook, bool isOn) =>
        await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageOrganization) is { } denied
            ? denied
            : await ActAsync(organization, webhook, row => changes.SwitchAsync(row, isOn));

    public async Task<Result> DeleteAsync(OrganizationId organization, Guid webhook) =>
        await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageOrganization) is { } denied
            ? denied
            : await ActAsync(organization, webhook, changes.DeleteAsync);

    public async Task<Result<ShownWebhookSecret>> RotateSecretAsync(OrganizationId organization, Guid webhook, int keepOldForHours)
    {
        if (await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageOrganization) is { } denied)
        {
            return denied;
        }

        // Nobody proves who they are for what is not there.
        if (await store.FindAsync(organization, webhook) is { IsFailure: true, Failure: var missing })
        {
            return missing;
        }

        if (await reauthentication.DenyUnlessRecentAsync(organization, AuditActions.RotateWebhookSecret) is { } unproved)
        {
            return unproved;
        }

        return keepOldForHours is < 0 or > WebhookOptions.LongestOldSecretHours
            ? new Invalid("keepOldForHours", "out_of_range")
            : await access.HoldAsync(organization, webhook, row => changes.RotateAsync(row, keepOldForHours));
    }

    public async Task<Result<DeliveryRow>> TestAsync(OrganizationId organization, Guid webhook) =>
        await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageOrganization) is { } denied
            ? denied
            : await access.HoldAsync(organization, webhook, deliveries.TestAsync);

    public async Task<Result<DeliveryPage>> ListDeliveriesAsync(OrganizationId organization, Guid webhook, DeliveryQuery query, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageOrganization, cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await store.FindAsync(organization, webhook, cancellationToken);
        return found.IsFailure ? found.Failure : await deliveries.ReadAsync(found.Value, query, cancellationToken);
    }

    public async Task<Result<DeliveryDetails>> GetDeliveryAsync(OrganizationId organization, Guid webhook, long delivery, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ManageOrganization, cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await store.FindAsync(organization, webhook, cancellationToken);
        return found.IsFailure ? found.Failure : await deliveries.ReadAsync(organization, found.Value, delivery, cancellationToken);
    }

    public async Task<Result> ReplayAsync(OrganizationId organization, Guid webhook, long delivery) =>
        await guard.DenyUnlessAsync(organization, OrganizationPermissions.ManageOrganization) is { } denied
            ? denied
            : await ActAsync(organization, webhook, row => deliveries.ReplayAsync(row, delivery));

    private async Task<Result> ActAsync(OrganizationId organization, Guid webhook, Func<WebhookEndpoint, Task<Result>> act)
    {
        var done = await access.HoldAsync<bool>(organization, webhook, async row => await act(row) is { IsFailure: true, Failure: var failure } ? failure : true);
        return done.IsFailure ? done.Failure : Result.Done;
    }
}
