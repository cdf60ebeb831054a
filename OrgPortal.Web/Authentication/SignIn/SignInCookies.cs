using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>
/// What the browser keeps around a sign-in, encrypted: where somebody was going who may wander off, and a one-time token on its way to Logto.
/// </summary>
internal sealed class SignInCookies(IHttpContextAccessor requests, IDataProtectionProvider protection, PortalAddress address) : IOneTimeSignIn
{
    /// <summary>As long as Logto's own interaction: signing up may take a walk to the mailbox.</summary>
    public static readonly TimeSpan ReturnLifetime = TimeSpan.FromHours(1);

    private const string Separator = "\n";

    private readonly ITimeLimitedDataProtector _returns = protection.CreateProtector("OrgPortal.SignIn.Return").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _tokens = protection.CreateProtector("OrgPortal.SignIn.OneTimeToken").ToTimeLimitedDataProtector();

    private string ReturnName => CookieNames.For("orgportal-return", address);

    private string TokenName => CookieNames.For("orgportal-once", address);

    public bool Keep(string address, string token, TimeSpan lifetime)
    {
        if (requests.HttpContext is not { Response.HasStarted: false } context)
        {
            return false;
        }

        context.Response.Cookies.Append(TokenName, _tokens.Protect(address + Separator + token, lifetime), Options(lifetime));
        return true;
    }

    /// <summary>The token kept for this address, which is not kept any longer; nothing when there is none.</summary>
    public string? TakeToken(HttpContext context, string? address) =>
        Take(context, TokenName, _tokens)?.Split(Separator) is [var kept, var token] && kept == address ? token : null;

    /// <summary>Remembers where the person is going.</summary>
    public void Remember(HttpContext context, ReturnUrl returnUrl)
    {
        if (returnUrl != ReturnUrl.Home)
        {
            context.Response.Cookies.Append(ReturnName, _returns.Protect(returnUrl.Value, ReturnLifetime), Options(ReturnLifetime));
        }
    }

    /// <summary>Where the person was going; <see cref="ReturnUrl.Home"/> when nothing is remembered.</summary>
    public ReturnUrl FindReturn(HttpContext context) => ReturnUrl.From(Read(context, ReturnName, _returns));

    /// <summary>The same, and forgets it.</summary>
    public ReturnUrl TakeReturn(HttpContext context) => ReturnUrl.From(Take(context, ReturnName, _returns));

    private string? Take(HttpContext context, string name, ITimeLimitedDataProtector protector)
    {
        var content = Read(context, name, protector);
        if (context.Request.Cookies.ContainsKey(name))
        {
            context.Response.Cookies.Delete(name, Options(null));
        }

        return content;
    }

    private static string? Read(HttpContext context, string name, ITimeLimitedDataProtector protector)
    {
        if (!context.Request.Cookies.TryGetValue(name, out var cookie))
        {
            return null;
        }

        try
        {
            return protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            // Too old, or not ours.
            return null;
        }
    }

    private CookieOptions Options(TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = address.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    };
}
