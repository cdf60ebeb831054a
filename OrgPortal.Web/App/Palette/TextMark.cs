namespace OrgPortal.Web.App.Palette;

/// <summary>A stretch of a text, in UTF-16 units.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is; at least 1.</param>
public readonly record struct TextMark(int Start, int Length);
