namespace OrgPortal.Web.Features.Organizations;

/// <summary>The profile as it is to be.</summary>
/// <param name="Name">1 to 128 characters after trimming; no control characters, no marks of direction.</param>
/// <param name="Description">At most 256 characters; empty for none.</param>
/// <param name="Brand">Logo and colours; left as they are when left out.</param>
/// <param name="Fields">The deployer's custom fields, by key; what is left out stays as it is.</param>
public sealed record OrganizationProfileForm(string Name, string? Description = null, OrganizationBrand? Brand = null, IReadOnlyDictionary<string, string?>? Fields = null)
{
    /// <summary>As it goes on record: one line for each thing, as everywhere there.</summary>
    /// <param name="fields">The custom fields that change.</param>
    internal object Recorded(IReadOnlyList<KeyValuePair<string, string?>> fields)
    {
        if (fields.Count == 0)
        {
            return Brand is null
                ? this with { Fields = null }
                : new { Name, Description, Brand.LogoUrl, Brand.DarkLogoUrl, Brand.Favicon, Brand.PrimaryColor, Brand.DarkPrimaryColor };
        }

        var lines = new Dictionary<string, string?> { ["name"] = Name, ["description"] = Description };
        if (Brand is not null)
        {
            (lines["logoUrl"], lines["darkLogoUrl"], lines["favicon"], lines["primaryColor"], lines["darkPrimaryColor"]) =
                (Brand.LogoUrl, Brand.DarkLogoUrl, Brand.Favicon, Brand.PrimaryColor, Brand.DarkPrimaryColor);
        }

        foreach (var (key, value) in fields)
        {
            lines[key] = value;
        }

        return lines;
    }
}
