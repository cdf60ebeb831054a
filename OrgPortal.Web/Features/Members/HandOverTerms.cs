using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Members;

/// <summary>What handing an organization over would give away, and what the person could stay as.</summary>
/// <param name="Given">The roles that whoever takes over gets, by name.</param>
/// <param name="GivenPowers">What these allow, in the catalogue's order.</param>
/// <param name="OwnPowers">What the person may do now, in the catalogue's order.</param>
/// <param name="StayAs">The roles the person could keep or take instead, by name: none of them makes an administrator.</param>
public sealed record HandOverTerms(
    IReadOnlyList<OrganizationRoleName> Given,
    IReadOnlyList<PermissionKey> GivenPowers,
    IReadOnlyList<PermissionKey> OwnPowers,
    IReadOnlyList<GrantableRole> StayAs);
