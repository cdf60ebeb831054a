using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>
/// Where an organization wants to be told of what happens in it. All ask for <c>organization.manage</c>; what a webhook is told of must be something
/// that the person may see in the portal too.
/// </summary>
public interface IWebhookService
{
    /// <summary>Deliveries that a page of a log holds.</summary>
    const int PageSize = 20;

    /// <summary>The organization's webhooks. No call to Logto.</summary>
    Task<Result<WebhookList>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>What a webhook can be told of, and which of that the person may choose.</summary>
    Task<Result<WebhookTerms>> GetTermsAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>One of them.</summary>
    /// <returns><see cref="NotFound"/> for one of another organization.</returns>
    Task<Result<WebhookRow>> GetAsync(OrganizationId organization, Guid webhook, CancellationToken cancellationToken = default);

    /// <summary>Makes a webhook, switched on.</summary>
    /// <returns>
    /// Its signing secret, this once; else <see cref="ReauthenticationRequired"/>; <see cref="Invalid"/> (<c>url</c>, <c>description</c>, <c>eventTypes</c>);
    /// <see cref="LimitReached"/> <c>webhooks_per_organization</c>; <see cref="RefusalReasons.EventNotVisible"/>.
    /// </returns>
    Task<Result<ShownWebhookSecret>> CreateAsync(OrganizationId organization, WebhookForm form);

    /// <summary>Changes address, description and what it is told of. Another address asks for a sign-in of the last ten minutes: what is told goes there.</summary>
    /// <returns><see cref="ReauthenticationRequired"/>, <see cref="Invalid"/>, <see cref="RefusalReasons.EventNotVisible"/>, <see cref="NotFound"/>.</returns>
    Task<Result> ChangeAsync(OrganizationId organization, Guid webhook, WebhookForm form);

    /// <summary>Switches a webhook off, with all that waits for it, or on again, for what happens from then on.</summary>
    Task<Result> SwitchAsync(OrganizationId organization, Guid webhook, bool isOn);

    /// <summary>Deletes a webhook with its log.</summary>
    Task<Result> DeleteAsync(OrganizationId organization, Guid webhook);

    /// <summary>Makes another signing secret. Messages are signed with both until the old one ends.</summary>
    /// <returns>The secret, this once; else <see cref="ReauthenticationRequired"/>; <see cref="Invalid"/> (<c>keepOldForHours</c>, 0 to <see cref="WebhookOptions.LongestOldSecretHours"/>).</returns>
    Task<Result<ShownWebhookSecret>> RotateSecretAsync(OrganizationId organization, Guid webhook, int keepOldForHours);

    /// <summary>Sends a message that says nothing, once, also to a webhook that is off. At most <see cref="WebhookOptions.MostTestsAMinute"/> in a minute.</summary>
    /// <returns>What became of it is in the log; or <see cref="LimitReached"/> <c>webhook_tests</c>.</returns>
    Task<Result<DeliveryRow>> TestAsync(OrganizationId organization, Guid webhook);

    /// <summary>A part of a webhook's log, the newest first.</summary>
    Task<Result<DeliveryPage>> ListDeliveriesAsync(OrganizationId organization, Guid webhook, DeliveryQuery query, CancellationToken cancellationToken = default);

    /// <summary>All that is known of a delivery.</summary>
    Task<Result<DeliveryDetails>> GetDeliveryAsync(OrganizationId organization, Guid webhook, long delivery, CancellationToken cancellationToken = default);

    /// <summary>Sends something again, with the same id, or at once instead of later; it is retried like the first time.</summary>
    /// <returns><see cref="RefusalReasons.WebhookOff"/>.</returns>
    Task<Result> ReplayAsync(OrganizationId organization, Guid webhook, long delivery);
}
