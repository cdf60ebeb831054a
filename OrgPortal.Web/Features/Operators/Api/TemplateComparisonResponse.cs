using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>The tenant beside the provisioning file.</summary>
internal sealed record TemplateComparisonResponse(
    [property: Description("The file's name; null when the settings name none.")] string? File,
    [property: Description("How many objects are as the file says.")] int Unchanged,
    [property: Description("What is not.")] IReadOnlyList<TemplateDifferenceResponse> Differences,
    [property: Description("Why they cannot be compared; in English.")] IReadOnlyList<string> Problems)
{
    /// <summary>Maps it.</summary>
    public static TemplateComparisonResponse From(TemplateComparison compared) => new(
        compared.File,
        compared.Unchanged,
        [.. compared.Differences.Select(one => new TemplateDifferenceResponse(one.Kind, one.Name, one.Action, [.. one.Fields.Select(field => new TemplateFieldResponse(field.Field, field.Now, field.Wanted))], one.Reason))],
        compared.Problems);
}
