using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Components;

/// <summary>
/// The organization a page is about and what the person may do in it, handed down by the shell for showing and hiding.
/// It decides nothing: every service asks again.
/// </summary>
/// <param name="Id">The organization.</param>
/// <param name="Name">Its name.</param>
/// <param name="LogoUrl">Its logo, if it has one.</param>
/// <param name="RoleNames">The names of the person's roles in it.</param>
/// <param name="Permissions">What the person may do in it; empty while that is not known.</param>
public sealed record OrganizationAccess(
    OrganizationId Id,
    string Name,
    string? LogoUrl,
    IReadOnlyList<string> RoleNames,
    IReadOnlyCollection<PermissionKey> Permissions)
{
    /// <summary>How many members it has, where that is known without asking for it.</summary>
    public long? MemberCount { get; init; }

    /// <summary>Whether the person is an administrator, whatever their role is called.</summary>
    public bool IsAdministrator => OrganizationPermissions.Administrator.All(Allows);

    /// <summary>Whether it can just now not be found out if all this is still so: nothing may be done, and the shell says why.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>Whether the organization is closed to the person, who lacks what it asks for beside membership, or because it was deleted: nothing may be done, and the shell says why.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Until when the organization can be restored, where it was deleted and the person may do that; it is closed then.</summary>
    public DateTimeOffset? RestorableUntil { get; init; }

    /// <summary>For an operator who is no member: until when they are inside; <see langword="null"/> for everybody else.</summary>
    public DateTimeOffset? VisitEndsAt { get; init; }

    /// <summary>Whether the person holds the permission.</summary>
    public bool Allows(PermissionKey permission) => Permissions.Contains(permission);
}
