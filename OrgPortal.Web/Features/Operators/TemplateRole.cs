using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Operators;

/// <summary>A role of the template.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it says about itself.</param>
/// <param name="Kind">For whom it is.</param>
/// <param name="IsAdministrator">Whether it makes an administrator on its own.</param>
/// <param name="Permissions">The organization permissions it carries, by Logto's names.</param>
/// <param name="ResourcePermissions">Permissions of API resources, each after the name of its resource.</param>
public sealed record TemplateRole(
    OrganizationRoleId Id, string Name, string? Description, TemplateRoleKind Kind, bool IsAdministrator, IReadOnlyList<string> Permissions, IReadOnlyList<string> ResourcePermissions);
