namespace OrgPortal.Web.Components;

/// <summary>Words that lead somewhere.</summary>
/// <param name="Text">The words.</param>
/// <param name="Href">Where to.</param>
public sealed record TextLink(string Text, string Href);
