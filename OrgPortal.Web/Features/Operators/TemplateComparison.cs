namespace OrgPortal.Web.Features.Operators;

/// <summary>The tenant beside the provisioning file.</summary>
/// <param name="File">The file's name; <see langword="null"/> when the settings name none.</param>
/// <param name="Differences">What is not as the file says.</param>
/// <param name="Unchanged">How many objects are as it says.</param>
/// <param name="Problems">Why they cannot be compared: what is wrong with the file, or ambiguous in the tenant. In English, as <c>provision</c> says it.</param>
public sealed record TemplateComparison(string? File, IReadOnlyList<TemplateDifference> Differences, int Unchanged, IReadOnlyList<string> Problems)
{
    /// <summary>Whether the tenant is as the file says.</summary>
    public bool IsEqual => Problems.Count == 0 && Differences.Count == 0;
}
