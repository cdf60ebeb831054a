using System.ComponentModel;

namespace OrgPortal.Web.Features.Organizations.Api;

/// <summary>An organization was deleted and can be restored for a while.</summary>
internal sealed record DeletionResponse(
    [property: Description("Until when it can be restored. Then it is removed for good.")] DateTimeOffset RestorableUntil);
