namespace OrgPortal.Web.Features.Organizations;

/// <summary>Nobody may create an organization.</summary>
/// <param name="Sentence">What operators say about it; <see langword="null"/> where they say nothing, or where it is so by the settings.</param>
public sealed record CreationClosed(string? Sentence);
