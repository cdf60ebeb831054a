using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>A role that a member has.</summary>
/// <param name="Id">The role.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What whoever made it says about it.</param>
/// <param name="Permissions">The portal's permissions that it carries, in the catalogue's order.</param>
/// <param name="Lock">Why the signed-in person cannot take it away, as far as that is known without asking Logto; the service decides.</param>
public sealed record HeldRole(OrganizationRoleId Id, string Name, string? Description, IReadOnlyList<PermissionKey> Permissions, MemberLock? Lock);
