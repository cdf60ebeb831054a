namespace OrgPortal.Web.Logto.Models;

/// <summary>A role of the whole tenant, outside of any organization, one item of <c>GET /api/roles</c>.</summary>
/// <param name="Id">Chosen by Logto.</param>
/// <param name="Name">Unique in the tenant.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Type"><c>User</c> or <c>MachineToMachine</c>; an unknown value is kept as it came.</param>
/// <param name="IsDefault">Whether everybody new of that type gets it.</param>
public sealed record Role(string Id, string Name, string Description, string Type, bool IsDefault = false)
{
    /// <summary>The name of Logto's own role that opens the Management API to a machine.</summary>
    public const string ManagementApiAccess = "Logto Management API access";
}

/// <summary>A permission of an API resource as a role of the tenant has it, one item of <c>GET /api/roles/{id}/scopes</c>.</summary>
/// <param name="Id">Chosen by Logto.</param>
/// <param name="Name">Unique in its resource.</param>
/// <param name="Resource">Whose permission it is.</param>
public sealed record RoleScope(string Id, string Name, RoleScopeResource Resource);

/// <summary>An API resource, as the permissions of roles name it.</summary>
/// <param name="Id">Chosen by Logto.</param>
/// <param name="Indicator">The audience of its tokens.</param>
public sealed record RoleScopeResource(string Id, string Indicator);
