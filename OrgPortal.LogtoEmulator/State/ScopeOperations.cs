namespace OrgPortal.LogtoEmulator.State;

/// <summary>Which permissions roles add up to.</summary>
internal static class ScopeOperations
{
    /// <summary>The organization permissions of a member; empty for anybody else.</summary>
    public static OrganizationScope[] OrganizationScopesOfUser(this LogtoTables tables, string organizationId, string userId) =>
        tables.OrganizationScopesOf(tables.Members.FindRoles(organizationId, userId) ?? []);

    /// <summary>The organization permissions of a machine application; empty if it is not in the organization.</summary>
    public static OrganizationScope[] OrganizationScopesOfApplication(
        this LogtoTables tables, string organizationId, string applicationId) =>
        tables.OrganizationScopesOf(tables.ApplicationMembers.FindRoles(organizationId, applicationId) ?? []);

    /// <summary>
    /// The names of a resource's scopes a user has: through tenant-wide roles, and through the organization roles in
    /// <paramref name="organizationId"/>, or in all of the user's organizations where that is null.
    /// </summary>
    public static string[] ResourceScopesOfUser(
        this LogtoTables tables, string userId, string indicator, string? organizationId)
    {
        if (!tables.Users.TryFind(userId, out var user))
        {
            return [];
        }

        var organizations = organizationId is null ? tables.Members.OrganizationsOf(userId) : [organizationId];
        return tables.ResourceScopeNames(
            indicator,
            tables.ScopeIdsOfRoles(user.RoleIds)
                .Concat(organizations.SelectMany(organization =>
                    tables.ResourceScopeIdsOf(tables.Members.FindRoles(organization, userId) ?? []))));
    }

    /// <summary>The same for a machine application in one organization: what its roles there give, without its tenant-wide ones.</summary>
    public static string[] ResourceScopesOfApplicationIn(
        this LogtoTables tables, string applicationId, string indicator, string organizationId) =>
        tables.ResourceScopeNames(
            indicator, tables.ResourceScopeIdsOf(tables.ApplicationMembers.FindRoles(organizationId, applicationId) ?? []));

    /// <summary>The scope ids that tenant-wide roles carry.</summary>
    public static IEnumerable<string> ScopeIdsOfRoles(this LogtoTables tables, IEnumerable<string> roleIds) =>
        roleIds.Select(tables.Roles.Find).SelectMany(role => role is null ? [] : role.ScopeIds).Distinct();

    public static string[] ResourceScopeNames(this LogtoTables tables, string indicator, IEnumerable<string> scopeIds)
    {
        var resource = tables.Resources.FirstOrDefault(one => one.Indicator == indicator);
        return
        [
            .. scopeIds.Distinct().Select(tables.ResourceScopes.Find)
                .Where(scope => scope is not null && scope.ResourceId == resource?.Id)
                .Select(scope => scope!.Name),
        ];
    }

    private static OrganizationScope[] OrganizationScopesOf(this LogtoTables tables, IEnumerable<string> roleIds) =>
    [
        .. roleIds.Select(tables.OrganizationRoles.Find)
            .SelectMany(role => role is null ? [] : role.ScopeIds)
            .Distinct()
            .Select(tables.OrganizationScopes.Find)
            .OfType<OrganizationScope>(),
    ];

    private static IEnumerable<string> ResourceScopeIdsOf(this LogtoTables tables, IEnumerable<string> roleIds) =>
        roleIds.Select(tables.OrganizationRoles.Find).SelectMany(role => role is null ? [] : role.ResourceScopeIds);
}
