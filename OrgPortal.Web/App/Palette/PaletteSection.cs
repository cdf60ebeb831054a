namespace OrgPortal.Web.App.Palette;

/// <summary>Hits under one heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Hits">At least one.</param>
internal sealed record PaletteSection(string Title, IReadOnlyList<PaletteHit> Hits);
