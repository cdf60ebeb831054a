using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Hosting;

internal sealed class PortalOptionsValidator(IHostEnvironment environment) : IValidateOptions<PortalOptions>
{
    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        string[] failures = [.. PublicUrl(options.PublicUrl), .. DataFolder(options.DataFolder), .. Proxies(options.TrustedProxies)];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> PublicUrl(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            if (!environment.IsDevelopment())
            {
                yield return "Portal:PublicUrl is not set. Set it to the address that people open, such as https://portal.example.com.";
            }

            yield break;
        }

        // First: whatever else is wrong is told with the value, which may hold a password.
        if (value.Contains('@'))
        {
            yield return "Portal:PublicUrl contains a user name or password. Leave only scheme, host and port.";
            yield break;
        }

        // Uri breaks on some texts with marks that turn the direction, instead of refusing them.
        if (value.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control) || !Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
        {
            yield return $"Portal:PublicUrl is '{value}', which is no web address. Set it to the address that people open, such as https://portal.example.com.";
            yield break;
        }

        if (url.PathAndQuery != "/" || url.Fragment.Length > 0)
        {
            yield return $"Portal:PublicUrl is '{value}', but the portal lives at the root of its host. Leave only scheme, host and port: {url.GetLeftPart(UriPartial.Authority)}.";
        }

        if (url.Scheme == "http" && !url.IsLoopback)
        {
            yield return $"Portal:PublicUrl is '{value}', but cookies and codes must not travel over plain HTTP. Use https, or localhost for a trial.";
        }
    }

    private static IEnumerable<string> DataFolder(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return "Portal:DataFolder is empty. Set it to a folder that the portal may write to, or leave the key out for App_Data.";
        }
    }

    private static IEnumerable<string> Proxies(IEnumerable<string> values) =>
        from value in values
        where !IPAddress.TryParse(value, out _) && !IPNetwork.TryParse(value, out _)
        select $"Portal:TrustedProxies contains '{value}', which is neither an address such as 10.0.0.5 nor a network such as 10.0.0.0/8. Correct or remove it.";
}
