using System.ComponentModel;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>The roles that a member is to have.</summary>
internal sealed record ChangeRolesRequest(
    [property: Description("The ids of all of them; an empty list takes every role.")] IReadOnlyList<string>? RoleIds);
