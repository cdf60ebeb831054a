using System.ComponentModel;

namespace OrgPortal.Web.Features.Requests.Api;

/// <summary>As what whoever asked becomes a member.</summary>
internal sealed record ApproveRequest(
    [property: Description("The ids of the roles: at least one for people, and none above the caller's own permissions.")] IReadOnlyList<string>? RoleIds);
