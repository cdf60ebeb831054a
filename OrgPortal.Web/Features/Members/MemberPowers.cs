using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Members;

/// <summary>What a member's roles allow together, and through which of them.</summary>
/// <param name="Permissions">Of the organization: the portal's in the catalogue's order, then others that the member holds, by name.</param>
/// <param name="Resources">Of API resources, by resource and name.</param>
/// <param name="AdministratorRoles">The roles that make an administrator on their own: whoever holds one can help.</param>
public sealed record MemberPowers(IReadOnlyList<MemberPower> Permissions, IReadOnlyList<ResourcePower> Resources, IReadOnlyList<OrganizationRoleName> AdministratorRoles)
{
    /// <summary>How many permissions of the organization the member holds.</summary>
    public int CountHeld() => Permissions.Count(power => power.IsHeld);
}

/// <summary>A permission of the organization, held or not.</summary>
/// <param name="Scope">Its name in Logto.</param>
/// <param name="Key">The portal's permission; <see langword="null"/> for one that other applications ask for.</param>
/// <param name="Through">The names of the member's roles that carry it; none when it is not held.</param>
/// <param name="ComesWith">Where it is not held: the names of the roles for people that would give it.</param>
public sealed record MemberPower(string Scope, PermissionKey? Key, IReadOnlyList<string> Through, IReadOnlyList<string> ComesWith)
{
    /// <summary>Whether the member holds it.</summary>
    internal bool IsHeld => Through.Count > 0;
}

/// <summary>A permission of an API resource that a member holds.</summary>
/// <param name="ResourceId">The resource's id in Logto.</param>
/// <param name="ResourceName">What the resource is called.</param>
/// <param name="Scope">The permission's name.</param>
/// <param name="Through">The names of the member's roles that carry it.</param>
public sealed record ResourcePower(string ResourceId, string ResourceName, string Scope, IReadOnlyList<string> Through);
