using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Members;

/// <summary>A member as Logto has it at this moment.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Name, else address, for the record; <see langword="null"/> when the account has neither.</param>
/// <param name="Roles">The member's roles, without what they grant.</param>
/// <param name="EmailAddress">The primary address, for the record.</param>
internal sealed record PresentMember(UserId Id, string? Name, IReadOnlyList<OrganizationRole> Roles, string? EmailAddress = null)
{
    public IReadOnlyList<OrganizationRoleId> RoleIds { get; } = [.. Roles.Select(role => role.Id)];

    public IReadOnlyList<string> RoleNames { get; } = [.. Roles.Select(role => role.Name).Order(StringComparer.Ordinal)];

    public bool HasExactly(IEnumerable<OrganizationRoleId> roles) => RoleIds.ToHashSet().SetEquals(roles);
}
