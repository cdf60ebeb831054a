using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Makes webhooks, changes, switches and deletes them. The caller holds the organization's lock.</summary>
internal sealed class WebhookChanges(WebhookAccess access, WebhookStore store, WebhookSecrets secrets, IOptions<WebhookOptions> options, TimeProvider time)
{
    /// <summary>How many webhooks an organization may have, as a failure's code.</summary>
    public const string PerOrganization = "webhooks_per_organization";

    /// <summary>Makes one; the form was checked.</summary>
    public async Task<Result<ShownWebhookSecret>> CreateAsync(OrganizationId organization, Person actor, Uri url, WebhookForm form)
    {
        var (id, now, secret) = (Guid.CreateVersion7(), time.GetUtcNow(), WebhookSecrets.Make());
        var row = new WebhookEndpoint
        {
            Id = id,
            OrganizationId = organization.Value,
            Url = url.AbsoluteUri,
            Description = WebhookCheck.Trimmed(form.Description),
            EventTypes = string.Join(' ', WebhookCheck.Ordered(form.EventTypes)),
            Secret = secrets.Protect(id, secret),
            State = WebhookStates.On,
            OnSince = now,
            CreatedAt = now,
            CreatedById = actor.Id.Value,
            CreatedByName = actor.Name,
        };
        var act = WebhookActs.Of(AuditActions.CreateWebhook, row, after: WebhookActs.Describe(row.Url, row.Description, row.Events()));
        if (await access.RefuseEventsAsync(act, row.Events()) is { } refused)
        {
            return refused;
        }

        var known = await store.ListAsync(organization);
        if (known.IsFailure)
        {
            return known.Failure;
        }

        return known.Value.Count >= options.Value.PerOrganization
            ? new LimitReached(PerOrganization)
            : await access.ActAsync<ShownWebhookSecret>(act, async () => await store.AddAsync(row) is { IsFailure: true, Failure: var failure } ? failure : new ShownWebhookSecret(id, url.Host, secret, null));
    }

    /// <summary>Changes what it is like; the form was checked.</summary>
    public async Task<Result> ChangeAsync(WebhookEndpoint row, Uri url, WebhookForm form)
    {
        var (wanted, description) = (WebhookCheck.Ordered(form.EventTypes), WebhookCheck.Trimmed(form.Description));
        var act = WebhookActs.Of(
            AuditActions.ChangeWebhook, row, WebhookActs.Describe(row.Url, row.Description, row.Events()), WebhookActs.Describe(url.AbsoluteUri, description, wanted));
        // What it keeps nobody gives it. Sent elsewhere, all of it is given anew.
        var given = url.AbsoluteUri == row.Url ? wanted.Except(row.Events()) : wanted;
        if (await access.RefuseEventsAsync(act, given) is { } refused)
        {
            return refused;
        }

        (row.Url, row.Description, row.EventTypes) = (url.AbsoluteUri, description, string.Join(' ', wanted));
        return await ActAsync(act, () => store.DescribeAsync(row));
    }

    /// <summary>Switches it; done already is done.</summary>
    public async Task<Result> SwitchAsync(WebhookEndpoint row, bool isOn)
    {
        var act = WebhookActs.Of(AuditActions.SwitchWebhook, row, new { isOn = row.State == WebhookStates.On }, new { isOn });
        if (isOn ? row.State == WebhookStates.On : row.State == WebhookStates.Off)
        {
            return Result.Done;
        }

        // Whoever switches it on sends all of it out again.
        return isOn && await access.RefuseEventsAsync(act, row.Events()) is { } refused
            ? refused
            : await ActAsync(act, () => isOn ? store.SwitchOnAsync(row.Id, time.GetUtcNow()) : store.SwitchOffAsync(row.Id));
    }

    /// <summary>Deletes it with its log.</summary>
    public Task<Result> DeleteAsync(WebhookEndpoint row) => ActAsync(WebhookActs.Of(AuditActions.DeleteWebhook, row), () => store.RemoveAsync(row.Id));

    /// <summary>Signs with another secret from now on, and with the one before as long as it is wanted.</summary>
    public async Task<Result<ShownWebhookSecret>> RotateAsync(WebhookEndpoint row, int keepOldForHours)
    {
        var secret = WebhookSecrets.Make();
        DateTimeOffset? oldEndsAt = keepOldForHours == 0 ? null : time.GetUtcNow().AddHours(keepOldForHours);
        (row.OldSecret, row.OldSecretEndsAt, row.Secret) = (oldEndsAt is null ? null : row.Secret, oldEndsAt, secrets.Protect(row.Id, secret));
        return await access.ActAsync<ShownWebhookSecret>(
            WebhookActs.Of(AuditActions.RotateWebhookSecret, row, after: new { oldSecretEndsAt = oldEndsAt }),
            async () => await store.KeepSecretsAsync(row) is { IsFailure: true, Failure: var failure } ? failure : new ShownWebhookSecret(row.Id, WebhookAddress.HostOf(row.Url), secret, oldEndsAt));
    }

    private async Task<Result> ActAsync(AuditAct act, Func<Task<Result>> change)
    {
        var done = await access.ActAsync<bool>(act, async () => await change() is { IsFailure: true, Failure: var failure } ? failure : true);
        return done.IsFailure ? done.Failure : Result.Done;
    }
}
