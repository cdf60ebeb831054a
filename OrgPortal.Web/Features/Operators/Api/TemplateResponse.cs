using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>The organization template, as it is.</summary>
internal sealed record TemplateResponse(
    [property: Description("Its roles.")] IReadOnlyList<TemplateRoleResponse> Roles,
    [property: Description("Its permissions, and those that it lacks.")] IReadOnlyList<TemplatePermissionResponse> Permissions,
    [property: Description("In what it is not as the portal needs it, the gravest first.")] IReadOnlyList<TemplateDriftResponse> Drift)
{
    /// <summary>Maps it.</summary>
    public static TemplateResponse From(TemplateView view) => new(
        [.. view.Roles.Select(role => new TemplateRoleResponse(role.Id.Value, role.Name, role.Description, role.Kind, role.IsAdministrator, role.Permissions, role.ResourcePermissions))],
        [.. view.Permissions.Select(row => new TemplatePermissionResponse(row.Name, row.Description, row.StandsFor, row.IsThere))],
        [.. view.Drift.Select(drift => new TemplateDriftResponse(drift.Kind, drift.Subject))]);
}
