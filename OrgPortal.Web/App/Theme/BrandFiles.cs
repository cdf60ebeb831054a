namespace OrgPortal.Web.App.Theme;

/// <summary>What was read for the brand at the start.</summary>
/// <param name="Logo">The logo; <see langword="null"/> for none.</param>
internal sealed record BrandFiles(BrandLogo? Logo);
