namespace OrgPortal.LogtoEmulator.State;

/// <summary>Removing what roles and organizations point to.</summary>
internal static class SettingOperations
{
    /// <summary>Removes a scope of a resource, also from every role that had it.</summary>
    public static void DeleteResourceScope(this LogtoTables tables, string scopeId)
    {
        tables.ResourceScopes.Remove(scopeId);
        tables.Roles.ChangeAll(role => role.ScopeIds.Contains(scopeId)
            ? role with { ScopeIds = role.ScopeIds.Remove(scopeId) }
            : role);
        tables.OrganizationRoles.ChangeAll(role => role.ResourceScopeIds.Contains(scopeId)
            ? role with { ResourceScopeIds = role.ResourceScopeIds.Remove(scopeId) }
            : role);
    }

    /// <summary>Removes a resource with its scopes.</summary>
    public static void DeleteResource(this LogtoTables tables, string resourceId)
    {
        foreach (var scope in tables.ResourceScopes.Where(one => one.ResourceId == resourceId).ToArray())
        {
            tables.DeleteResourceScope(scope.Id);
        }

        tables.Resources.Remove(resourceId);
    }

    /// <summary>Removes a tenant-wide role, also from everybody who had it.</summary>
    public static void DeleteRole(this LogtoTables tables, string roleId)
    {
        tables.Roles.Remove(roleId);
        tables.Users.ChangeAll(user => user.RoleIds.Contains(roleId)
            ? user with { RoleIds = user.RoleIds.Remove(roleId) }
            : user);
        tables.Applications.ChangeAll(application => application.RoleIds.Contains(roleId)
            ? application with { RoleIds = application.RoleIds.Remove(roleId) }
            : application);
    }

    /// <summary>Removes an SSO connector, also from the organizations that provision by it.</summary>
    public static void DeleteSsoConnector(this LogtoTables tables, string connectorId)
    {
        tables.SsoConnectors.Remove(connectorId);
        tables.JustInTime.ChangeAll(settings => settings.SsoConnectorIds.Contains(connectorId)
            ? settings with { SsoConnectorIds = settings.SsoConnectorIds.Remove(connectorId) }
            : settings);
        foreach (var user in tables.Users.Where(user => user.SsoIdentities.Any(identity => identity.SsoConnectorId == connectorId)).ToArray())
        {
            tables.Users.Put(user with { SsoIdentities = user.SsoIdentities.RemoveAll(identity => identity.SsoConnectorId == connectorId) });
        }
    }
}
