using System.Security.Cryptography;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>A page of the emulator: one main landmark, one heading, plain HTML that works without scripts.</summary>
/// <param name="Title">The page's title and heading.</param>
/// <param name="Body">What stands under the heading.</param>
internal sealed record Page(string Title, Markup Body)
{
    /// <summary>Sends the first form by itself; without scripts its button does.</summary>
    public bool SubmitsItself { get; init; }

    /// <summary>Lists take more room than forms.</summary>
    public bool IsWide { get; init; }

    /// <summary>The organization whose branding is shown; null for none.</summary>
    public Organization? Organization { get; init; }

    public static Task WriteAsync(HttpContext context, Page page, int status = StatusCodes.Status200OK)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; img-src data: http: https:; frame-src 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(page.Render(nonce).ToString());
    }

    private Markup Render(string nonce) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <link rel="icon" href="data:,">
          <title>{Title} – development Logto</title>
          <style nonce="{nonce}">{Stylesheet.Text}{Branding.Css(Organization)}</style>
        </head>
        <body>
          <main class="{(IsWide ? "wide" : "narrow")}">
            {Branding.Logo(Organization)}
            <h1>{Title}</h1>
            {Body}
          </main>
          <footer><p><strong>Development emulator.</strong> This is not Logto. It forgets everything when it stops. <a href="/">About</a> · <a href="/mailbox">Mailbox</a></p></footer>
          {(SubmitsItself ? SubmitScript(nonce) : Markup.None)}
        </body>
        </html>
        """;

    private static Markup SubmitScript(string nonce) =>
        $"<script nonce=\"{nonce}\">document.forms[0].requestSubmit()</script>";
}
