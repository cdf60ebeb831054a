using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Web.Product;

/// <summary>
/// Keeps in the browser, encrypted, where somebody wants to go back to: over sign-in and sign-up, the pages of the portal and the wizard.
/// What is read is allowed again by whoever uses it, so that a place the operator has struck off is none any more.
/// </summary>
internal sealed class ReturnToCookie(IDataProtectionProvider protection, PortalAddress address)
{
    /// <summary>The parameter of every page's address that says so.</summary>
    public const string Parameter = "return_to";

    /// <summary>A visit, with a break in it. Tomorrow's visit is another one.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("OrgPortal.Product.ReturnTo").ToTimeLimitedDataProtector();

    private string Name => CookieNames.For("orgportal-product", address);

    /// <summary>Keeps an address that was allowed.</summary>
    public void Keep(HttpContext context, ProductUrl url)
    {
        context.Items[Parameter] = url.Value;
        context.Response.Cookies.Append(Name, _protector.Protect(url.Value, Lifetime), new CookieOptions
        {
            HttpOnly = true,
            Secure = address.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            // As long as the browser: what it holds ends earlier.
            IsEssential = true,
        });
    }

    /// <summary>What this request, or one before it, came with; <see langword="null"/> for nothing.</summary>
    public string? Read(HttpContext context)
    {
        if (context.Items[Parameter] is string now)
        {
            return now;
        }

        if (!context.Request.Cookies.TryGetValue(Name, out var cookie))
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            // Too old, or not ours.
            return null;
        }
    }
}
