using System.ComponentModel;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features;

/// <summary>A role of organizations, as the API names one.</summary>
internal sealed record RoleReference(
    [property: Description("The role's id in Logto.")] string Id,
    [property: Description("Its name.")] string Name)
{
    /// <summary>The roles, in the order they come in.</summary>
    public static IReadOnlyList<RoleReference> From(IEnumerable<OrganizationRoleName> roles) => [.. roles.Select(role => new RoleReference(role.Id.Value, role.Name))];
}
