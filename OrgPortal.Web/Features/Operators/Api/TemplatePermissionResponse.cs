using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>A permission of the template, or one that it lacks.</summary>
internal sealed record TemplatePermissionResponse(
    [property: Description("Logto's name.")] string Name,
    [property: Description("What it says about itself.")] string? Description,
    [property: Description("Which of the portal's permissions it is, such as members.manage; null for none.")] string? StandsFor,
    [property: Description("Whether the template has it.")] bool IsThere);
