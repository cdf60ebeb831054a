using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;

namespace OrgPortal.Web.Features;

/// <summary>What roles are called, for whoever reads the record.</summary>
internal static class RoleNames
{
    /// <summary>The names, in order; an id stands for a role that the template does not have, and for all of them when Logto does not answer.</summary>
    public static async Task<IReadOnlyList<string>> NameAsync(this IOrganizationRolesClient template, IReadOnlyList<OrganizationRoleId> roles)
    {
        var known = await template.ListAsync().ToResultAsync();
        var names = known.IsFailure ? [] : known.Value.ToDictionary(role => role.Id, role => role.Name);
        return [.. roles.Select(role => names.GetValueOrDefault(role, role.Value)).Order(StringComparer.Ordinal)];
    }
}
