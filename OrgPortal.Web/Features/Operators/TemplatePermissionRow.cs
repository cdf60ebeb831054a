namespace OrgPortal.Web.Features.Operators;

/// <summary>A permission of the template, or one that it lacks.</summary>
/// <param name="Name">Logto's name.</param>
/// <param name="Description">What it says about itself.</param>
/// <param name="StandsFor">Which of the portal's permissions it is; <see langword="null"/> for none.</param>
/// <param name="IsThere">Whether the template has it.</param>
public sealed record TemplatePermissionRow(string Name, string? Description, string? StandsFor, bool IsThere);
