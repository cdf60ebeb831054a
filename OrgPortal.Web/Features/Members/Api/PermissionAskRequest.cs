using System.ComponentModel;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>A permission that the caller asks the administrators for.</summary>
internal sealed record PermissionAskRequest(
    [property: Description("One of the catalogue, such as members.invite.")] string? Permission);
