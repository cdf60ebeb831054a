using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>A role of the template.</summary>
internal sealed record TemplateRoleResponse(
    [property: Description("The role.")] string Id,
    [property: Description("What it is called.")] string Name,
    [property: Description("What it says about itself.")] string? Description,
    [property: Description("For whom it is.")] TemplateRoleKind Kind,
    [property: Description("Whether it makes an administrator on its own.")] bool IsAdministrator,
    [property: Description("The organization permissions it carries, by Logto's names.")] IReadOnlyList<string> Permissions,
    [property: Description("Permissions of API resources, each after the name of its resource.")] IReadOnlyList<string> ResourcePermissions);
