using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>Something in the tenant that is not as the file says.</summary>
internal sealed record TemplateDifferenceResponse(
    [property: Description("What it is: role, application, …")] string Kind,
    [property: Description("What it is found by.")] string Name,
    [property: Description("What provision --apply would do: add, change, keep or blocked.")] string Action,
    [property: Description("What differs.")] IReadOnlyList<TemplateFieldResponse> Fields,
    [property: Description("What else is to be known; in English.")] string? Reason);
