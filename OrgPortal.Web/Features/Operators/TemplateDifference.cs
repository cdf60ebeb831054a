namespace OrgPortal.Web.Features.Operators;

/// <summary>Something in the tenant that is not as the provisioning file says.</summary>
/// <param name="Kind">As the file and <c>provision</c> call it: <c>role</c>, <c>application</c>, …</param>
/// <param name="Name">What it is found by.</param>
/// <param name="Action">What <c>provision --apply</c> would do: <c>add</c>, <c>change</c>, <c>keep</c> (more than the file has; stays), <c>blocked</c>.</param>
/// <param name="Fields">What differs, field by field. Never a secret.</param>
/// <param name="Reason">What else is to be known.</param>
public sealed record TemplateDifference(string Kind, string Name, string Action, IReadOnlyList<TemplateFieldDifference> Fields, string? Reason);
