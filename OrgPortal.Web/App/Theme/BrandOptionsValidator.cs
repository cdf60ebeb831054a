using System.Globalization;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.App.Theme;

internal sealed class BrandOptionsValidator(IHostEnvironment environment) : IValidateOptions<BrandOptions>
{
    private const int LongestName = 60;

    public ValidateOptionsResult Validate(string? name, BrandOptions options)
    {
        string[] failures = [.. Name(options.Name), .. Logo(options), .. Accent(options.Accent)];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>Where the file is.</summary>
    internal static string PathOf(string file, IHostEnvironment environment) => Path.Combine(environment.ContentRootPath, file);

    private static IEnumerable<string> Name(string value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Trim().Length > LongestName || value.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format))
        {
            yield return $"Portal:Brand:Name is empty, longer than {LongestName} characters, or has invisible characters. It stands at the head of every page: name the portal, or leave the key out.";
        }
    }

    private IEnumerable<string> Logo(BrandOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.LogoFile) && !string.IsNullOrWhiteSpace(options.LogoUrl))
        {
            yield return "Portal:Brand:LogoFile and Portal:Brand:LogoUrl are both set. Leave one of them out.";
        }
        else if (!string.IsNullOrWhiteSpace(options.LogoUrl) && !IsAddress(options.LogoUrl))
        {
            yield return "Portal:Brand:LogoUrl is no address of a picture. Use one that begins with https:// and has no user name, or set Portal:Brand:LogoFile.";
        }
        else if (!string.IsNullOrWhiteSpace(options.LogoFile))
        {
            foreach (var failure in LogoFile(options.LogoFile))
            {
                yield return failure;
            }
        }
    }

    // Whether it may be fetched is decided where pictures are; what stands in for it then is the portal's own mark.
    private static bool IsAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) && url.Host.Length > 0 && url.UserInfo.Length == 0;

    private IEnumerable<string> LogoFile(string value)
    {
        var file = new FileInfo(PathOf(value, environment));
        if (BrandLogo.TypeOf(file.Name) is null)
        {
            yield return $"Portal:Brand:LogoFile is '{value}', which is no svg, png, webp, jpg or gif. Use one of these.";
        }
        else if (!file.Exists)
        {
            yield return $"Portal:Brand:LogoFile is '{value}', but there is no such file at '{file.FullName}'. Correct the path, and make the file readable for the portal.";
        }
        else if (file.Length > BrandLogo.LongestFile)
        {
            yield return $"Portal:Brand:LogoFile is '{value}', which has more than {BrandLogo.LongestFile / 1024} KB. It is loaded with every page: use a smaller picture.";
        }
    }

    private static IEnumerable<string> Accent(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield break;
        }

        if (!RgbColor.TryParse(value.Trim(), out var accent))
        {
            yield return $"Portal:Brand:Accent is '{value}', which is no colour. Use # and six digits, such as #4450d4.";
        }
        else if (accent.ContrastWith(RgbColor.White) is < RgbColor.TextContrast and var contrast)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Portal:Brand:Accent is '{value}', on which white text has a contrast of {Math.Floor(contrast * 10) / 10:0.0} to 1. Buttons need {RgbColor.TextContrast} to 1: choose a darker colour.");
        }
    }
}
