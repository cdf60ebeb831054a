namespace OrgPortal.Web.Authorization;

/// <summary>What a person may do in an organization, as read from Logto. Good for showing and hiding; acts are decided by the guard.</summary>
/// <param name="IsMember">Whether the person belongs to the organization at all, or is inside as an operator.</param>
/// <param name="Permissions">The portal's permissions that the person holds.</param>
public sealed record OrganizationRights(bool IsMember, IReadOnlySet<PermissionKey> Permissions)
{
    /// <summary>Nothing at all.</summary>
    public static OrganizationRights None { get; } = new(false, new HashSet<PermissionKey>());

    /// <summary>For an operator inside: when that ends; <see langword="null"/> for everybody whose rights are their own.</summary>
    public DateTimeOffset? VisitEndsAt { get; init; }

    /// <summary>Whether both allow the same.</summary>
    public bool IsSameAs(OrganizationRights other) => ReferenceEquals(this, other) || (IsMember == other.IsMember && VisitEndsAt == other.VisitEndsAt && Permissions.SetEquals(other.Permissions));

    /// <summary>Whether the person holds the permission.</summary>
    public bool Allow(PermissionKey permission) => Permissions.Contains(permission);

    /// <summary>Whether the person is an administrator: may manage members and delete the organization.</summary>
    public bool IsAdministrator => OrganizationPermissions.Administrator.All(Allow);
}
