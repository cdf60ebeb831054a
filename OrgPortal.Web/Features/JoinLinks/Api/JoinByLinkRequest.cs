using System.ComponentModel;

namespace OrgPortal.Web.Features.JoinLinks.Api;

/// <summary>A link to join by.</summary>
internal sealed record JoinByLinkRequest(
    [property: Description("Its secret: the last part of the link's path. It is no part of an address here, where logs would keep it.")] string? Token);
