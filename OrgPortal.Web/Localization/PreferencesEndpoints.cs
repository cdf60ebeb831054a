using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using OrgPortal.Web.Authentication;

namespace OrgPortal.Web.Localization;

/// <summary>
/// Language and theme as plain forms, so that they can be chosen on pages without a circuit. Both need the antiforgery token, are kept in a cookie for a year
/// and lead back to where the form stood.
/// </summary>
public static class PreferencesEndpoints
{
    /// <summary>The cookie that keeps the theme: <c>light</c> or <c>dark</c>; without it the system decides. Scripts may read and write it.</summary>
    public const string ThemeCookie = "orgportal-theme";

    /// <summary>The cookie in which the browser tells its time zone (an IANA name).</summary>
    public const string ZoneCookie = "orgportal-zone";

    /// <summary>Where the language form is posted: <c>culture</c>, <c>returnUrl</c>.</summary>
    public const string CulturePath = "/preferences/culture";

    /// <summary>Where the theme form is posted: <c>theme</c> (the other one when left out), <c>returnUrl</c>.</summary>
    public const string ThemePath = "/preferences/theme";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Maps both endpoints.</summary>
    public static IEndpointRouteBuilder MapPreferences(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(CulturePath, ChooseCultureAsync).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost(ThemePath, ChooseThemeAsync).AllowAnonymous().ExcludeFromDescription();
        return routes;
    }

    private static async Task<Results<RedirectHttpResult, BadRequest>> ChooseCultureAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (await ReadFormAsync(context, antiforgery) is not { } form)
        {
            return TypedResults.BadRequest();
        }

        string? culture = form["culture"];
        if (PortalCultures.All.FirstOrDefault(known => string.Equals(known.Name, culture, StringComparison.OrdinalIgnoreCase)) is { } chosen)
        {
            Keep(context, PortalCultures.Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)), httpOnly: true);
        }

        return Back(form);
    }

    private static async Task<Results<RedirectHttpResult, BadRequest>> ChooseThemeAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (await ReadFormAsync(context, antiforgery) is not { } form)
        {
            return TypedResults.BadRequest();
        }

        string? theme = form["theme"];
        // Without scripts the form does not know the theme that is showing: it asks for the other one.
        var other = context.Request.Cookies[ThemeCookie] == "dark" ? "light" : "dark";
        Keep(context, ThemeCookie, theme is "light" or "dark" ? theme : other, httpOnly: false);
        return Back(form);
    }

    private static async Task<IFormCollection?> ReadFormAsync(HttpContext context, IAntiforgery antiforgery) =>
        context.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(context) ? await context.Request.ReadFormAsync(context.RequestAborted) : null;

    private static void Keep(HttpContext context, string name, string value, bool httpOnly) =>
        context.Response.Cookies.Append(name, value, new CookieOptions
        {
            MaxAge = Kept,
            HttpOnly = httpOnly,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });

    private static RedirectHttpResult Back(IFormCollection form) => TypedResults.LocalRedirect(ReturnUrl.Here(form["returnUrl"]).Value);
}
