using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Features.Roles;

/// <summary>A permission of the catalogue.</summary>
/// <param name="Key">What the portal calls it.</param>
/// <param name="Scope">What the organization permission is called in Logto.</param>
public sealed record PermissionEntry(PermissionKey Key, string Scope);
