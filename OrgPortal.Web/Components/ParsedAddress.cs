namespace OrgPortal.Web.Components;

/// <summary>An e-mail address as it was written, perhaps with a name.</summary>
/// <param name="Address">The address: trimmed, otherwise as written; not necessarily a complete one.</param>
/// <param name="Name">The name before it, as mail programs write it.</param>
public sealed record ParsedAddress(string Address, string? Name = null);
