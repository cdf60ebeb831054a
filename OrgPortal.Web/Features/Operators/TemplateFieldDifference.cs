namespace OrgPortal.Web.Features.Operators;

/// <summary>A field that differs.</summary>
/// <param name="Field">As the file calls it.</param>
/// <param name="Now">What it is; <see langword="null"/> where it is not set.</param>
/// <param name="Wanted">What the file says; <see langword="null"/> for what it does not have.</param>
public sealed record TemplateFieldDifference(string Field, string? Now, string? Wanted);
