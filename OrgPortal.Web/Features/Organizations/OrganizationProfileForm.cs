namespace OrgPortal.Web.Features.Organizations;

/// <summary>The profile as it is to be.</summary>
/// <param name="Name">1 to 128 characters after trimming; no control characters, no marks of direction.</param>
/// <param name="Description">At most 256 characters; empty for none.</param>
/// <param name="Brand">Logo and colours; left as they are when left out.</param>
public sealed record OrganizationProfileForm(string Name, string? Description = null, OrganizationBrand? Brand = null)
{
    /// <summary>As it goes on record: one line for each thing, as everywhere there.</summary>
    internal object Recorded() => Brand is null
        ? this
        : new { Name, Description, Brand.LogoUrl, Brand.DarkLogoUrl, Brand.Favicon, Brand.PrimaryColor, Brand.DarkPrimaryColor };
}
