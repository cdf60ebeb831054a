using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>A field that differs.</summary>
internal sealed record TemplateFieldResponse(
    [property: Description("As the file calls it.")] string Field,
    [property: Description("What it is.")] string? Now,
    [property: Description("What the file says.")] string? Wanted);
