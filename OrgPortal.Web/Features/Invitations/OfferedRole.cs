using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>A role that an invitation grants, explained.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What the tenant says about it.</param>
/// <param name="Permissions">The portal's permissions that it carries.</param>
public sealed record OfferedRole(string Name, string? Description, IReadOnlyList<PermissionKey> Permissions);
