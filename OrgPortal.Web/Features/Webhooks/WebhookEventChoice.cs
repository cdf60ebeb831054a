using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Something that a webhook can be told of.</summary>
/// <param name="Name">From <see cref="WebhookEventTypes"/>.</param>
/// <param name="Permission">What one must be allowed to do to choose it.</param>
/// <param name="CanChoose">Whether the person is.</param>
public sealed record WebhookEventChoice(string Name, PermissionKey Permission, bool CanChoose);
