namespace OrgPortal.LogtoEmulator.Management;

/// <summary>
/// Which calls of the Management API webhooks are told of. Most events belong to a route and carry the answer's body as their data; a
/// few are told by what the call does, whatever its route.
/// </summary>
internal static class ManagementEvents
{
    private static readonly Dictionary<string, string> ByRoute = new(StringComparer.Ordinal)
    {
        ["POST /users"] = "User.Created",
        ["PATCH /users/:userId"] = "User.Data.Updated",
        ["PATCH /users/:userId/custom-data"] = "User.Data.Updated",
        ["PATCH /users/:userId/profile"] = "User.Data.Updated",
        ["PATCH /users/:userId/password"] = "User.Data.Updated",
        ["PATCH /users/:userId/is-suspended"] = "User.SuspensionStatus.Updated",
        ["POST /roles"] = "Role.Created",
        ["DELETE /roles/:id"] = "Role.Deleted",
        ["PATCH /roles/:id"] = "Role.Data.Updated",
        ["POST /roles/:id/scopes"] = "Role.Scopes.Updated",
        ["DELETE /roles/:id/scopes/:scopeId"] = "Role.Scopes.Updated",
        ["POST /resources/:resourceId/scopes"] = "Scope.Created",
        ["DELETE /resources/:resourceId/scopes/:scopeId"] = "Scope.Deleted",
        ["PATCH /resources/:resourceId/scopes/:scopeId"] = "Scope.Data.Updated",
        ["POST /organizations"] = "Organization.Created",
        ["DELETE /organizations/:id"] = "Organization.Deleted",
        ["PATCH /organizations/:id"] = "Organization.Data.Updated",
        ["POST /organization-roles"] = "OrganizationRole.Created",
        ["DELETE /organization-roles/:id"] = "OrganizationRole.Deleted",
        ["PATCH /organization-roles/:id"] = "OrganizationRole.Data.Updated",
        ["PUT /organization-roles/:id/scopes"] = "OrganizationRole.Scopes.Updated",
        ["POST /organization-roles/:id/scopes"] = "OrganizationRole.Scopes.Updated",
        ["DELETE /organization-roles/:id/scopes/:organizationScopeId"] = "OrganizationRole.Scopes.Updated",
        ["POST /organization-scopes"] = "OrganizationScope.Created",
        ["DELETE /organization-scopes/:id"] = "OrganizationScope.Deleted",
        ["PATCH /organization-scopes/:id"] = "OrganizationScope.Data.Updated",
    };

    private static readonly HashSet<string> ByAct =
        ["Organization.Membership.Updated", "User.Deleted", "Role.Scopes.Updated", "OrganizationRole.Scopes.Updated"];

    /// <summary>The event of a route; null for routes that nobody is told of.</summary>
    public static string? Of(ManagementRoute route) => ByRoute.GetValueOrDefault($"{route.Method} {route.MatchedRoute}");

    /// <summary>Whether an event that happened during a call is told beside that of the call's route.</summary>
    public static bool IsToldByAct(string name) => ByAct.Contains(name);
}
