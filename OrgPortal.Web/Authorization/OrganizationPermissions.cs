namespace OrgPortal.Web.Authorization;

/// <summary>The portal's permission catalogue: everything a person can be allowed to do in an organization.</summary>
public static class OrganizationPermissions
{
    /// <summary>See who belongs to the organization. Logto default: <c>read:member</c>.</summary>
    public static readonly PermissionKey ReadMembers = new("members.read");

    /// <summary>Invite people, and see and end invitations. Logto default: <c>invite:member</c>.</summary>
    public static readonly PermissionKey InviteMembers = new("members.invite");

    /// <summary>Change members' roles. Logto default: <c>manage:member</c>.</summary>
    public static readonly PermissionKey ManageMembers = new("members.manage");

    /// <summary>Remove members. Logto default: <c>delete:member</c>.</summary>
    public static readonly PermissionKey DeleteMembers = new("members.delete");

    /// <summary>Edit name, description and branding. Logto default: <c>manage:organization</c>.</summary>
    public static readonly PermissionKey ManageOrganization = new("organization.manage");

    /// <summary>Delete the organization. Logto default: <c>delete:organization</c>.</summary>
    public static readonly PermissionKey DeleteOrganization = new("organization.delete");

    /// <summary>Sign-in security and domains. Logto default: <c>manage:security</c>.</summary>
    public static readonly PermissionKey ManageSecurity = new("security.manage");

    /// <summary>Machine applications. Logto default: <c>manage:application</c>.</summary>
    public static readonly PermissionKey ManageApplications = new("applications.manage");

    /// <summary>Read the audit trail. Logto default: <c>read:audit</c>.</summary>
    public static readonly PermissionKey ReadAudit = new("audit.read");

    /// <summary>Each permission with the Logto permission it is mapped to by default, in the order they are shown.</summary>
    public static IReadOnlyList<(PermissionKey Key, string DefaultScope)> All { get; } =
    [
        (ReadMembers, "read:member"),
        (InviteMembers, "invite:member"),
        (ManageMembers, "manage:member"),
        (DeleteMembers, "delete:member"),
        (ManageOrganization, "manage:organization"),
        (DeleteOrganization, "delete:organization"),
        (ManageSecurity, "manage:security"),
        (ManageApplications, "manage:application"),
        (ReadAudit, "read:audit"),
    ];

    /// <summary>Whoever holds all of these is an administrator, whatever the role is called.</summary>
    public static IReadOnlyList<PermissionKey> Administrator { get; } = [ManageMembers, DeleteOrganization];
}
