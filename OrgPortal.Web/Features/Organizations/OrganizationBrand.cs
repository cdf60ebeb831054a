using OrgPortal.Web.Components;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>How an organization looks: on the sign-in page of its people, and in the portal. Whatever is <see langword="null"/> is the service's own.</summary>
/// <param name="LogoUrl">An <c>https</c> address of at most 2,048 characters, without a name or password in it.</param>
/// <param name="DarkLogoUrl">The logo on dark ground; the same rules.</param>
/// <param name="Favicon">The icon of the sign-in page's tab; the same rules.</param>
/// <param name="PrimaryColor"><c>#rrggbb</c>; <c>#rgb</c> and a missing <c>#</c> are understood.</param>
/// <param name="DarkPrimaryColor">The colour on dark ground. With one, the sign-in page follows the theme of whoever opens it.</param>
public sealed record OrganizationBrand(
    string? LogoUrl = null, string? DarkLogoUrl = null, string? Favicon = null, string? PrimaryColor = null, string? DarkPrimaryColor = null)
{
    /// <summary>Characters of an address.</summary>
    public const int LongestUrl = 2048;

    /// <summary>What is set in Logto. The same logo for both grounds is one logo.</summary>
    internal static OrganizationBrand Of(Organization organization) => new(
        organization.Branding?.LogoUrl,
        organization.Branding?.DarkLogoUrl == organization.Branding?.LogoUrl ? null : organization.Branding?.DarkLogoUrl,
        organization.Branding?.Favicon,
        organization.Color?.PrimaryColor,
        organization.Color?.DarkPrimaryColor);

    /// <summary>The same as it is kept: without white space around it, colours written out, nothing for what is empty.</summary>
    internal OrganizationBrand Clean() => new(Url(LogoUrl), Url(DarkLogoUrl), Url(Favicon), Color(PrimaryColor), Color(DarkPrimaryColor));

    /// <summary>What cannot be used.</summary>
    /// <param name="known">What is there already: that is not found fault with again.</param>
    internal IReadOnlyList<FieldFailure> Refuse(OrganizationBrand? known) =>
    [
        .. RefuseUrl("logoUrl", LogoUrl, known?.LogoUrl),
        .. RefuseUrl("darkLogoUrl", DarkLogoUrl, known?.DarkLogoUrl),
        .. RefuseUrl("favicon", Favicon, known?.Favicon),
        .. RefuseColor("primaryColor", PrimaryColor, known?.PrimaryColor),
        .. RefuseColor("darkPrimaryColor", DarkPrimaryColor, known?.DarkPrimaryColor),
    ];

    /// <summary>
    /// What Logto is to hold then. It replaces both objects whole, so what the portal does not show is taken along: the icon on dark ground, and whether there is a dark
    /// sign-in page at all, unless the dark colour decides it. An organization with one logo has it on dark ground too: what is left out there would be the tenant's, which Logto gives every tenant
    /// one of.
    /// </summary>
    internal (OrganizationBranding Branding, OrganizationColor Color) Onto(Organization before)
    {
        var darkness = DarkPrimaryColor is not null ? true : before.Color?.DarkPrimaryColor is not null ? null : before.Color?.IsDarkModeEnabled;
        return (
            new OrganizationBranding(LogoUrl, DarkLogoUrl ?? LogoUrl, Favicon, before.Branding?.DarkFavicon),
            new OrganizationColor(PrimaryColor, darkness, DarkPrimaryColor));
    }

    private static string? Url(string? text) => text?.Trim() is { Length: > 0 } url ? url : null;

    private static string? Color(string? text)
    {
        var trimmed = text?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null
            : RgbColor.TryParse(trimmed, out var color) || RgbColor.TryParse('#' + trimmed, out color) ? color.ToString()
            : trimmed;
    }

    private static IEnumerable<FieldFailure> RefuseUrl(string field, string? url, string? known)
    {
        if (url is null || url == known)
        {
            yield break;
        }

        if (url.Length > LongestUrl)
        {
            yield return new FieldFailure(field, "too_long");
        }
        else if (!IsPicture(url))
        {
            yield return new FieldFailure(field, "https_required");
        }
    }

    private static IEnumerable<FieldFailure> RefuseColor(string field, string? color, string? known)
    {
        if (color is not null && color != known && !RgbColor.TryParse(color, out _))
        {
            yield return new FieldFailure(field, "invalid_color");
        }
    }

    // Everybody's browser shows it at sign-in: over http it would be blocked or read on the way, and other schemes are no picture on the web.
    private static bool IsPicture(string text) =>
        !text.Any(char.IsWhiteSpace) && !VisibleText.HoldsInvisible(text, linesAllowed: false)
        && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.Host.Length > 0 && url.UserInfo.Length == 0;
}
