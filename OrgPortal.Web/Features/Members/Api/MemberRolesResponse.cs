using System.ComponentModel;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>The roles of a member: what <c>If-Match</c> is about.</summary>
internal sealed record MemberRolesResponse(
    [property: Description("By name; may be none.")] IReadOnlyList<RoleReference> Roles)
{
    /// <summary>Maps it.</summary>
    public static MemberRolesResponse From(MemberProfile profile) => new(RoleReference.From(profile.Row.Roles));
}
