namespace OrgPortal.Web.Features.Operators;

/// <summary>The organization template, as it is.</summary>
/// <param name="Roles">By name, those for people first.</param>
/// <param name="Permissions">Those of the portal's catalogue first, then the others by name.</param>
/// <param name="Drift">In what it is not as the portal needs it, the gravest first.</param>
/// <param name="HasFile">Whether the settings name a file to compare the tenant with.</param>
public sealed record TemplateView(IReadOnlyList<TemplateRole> Roles, IReadOnlyList<TemplatePermissionRow> Permissions, IReadOnlyList<TemplateDrift> Drift, bool HasFile);
