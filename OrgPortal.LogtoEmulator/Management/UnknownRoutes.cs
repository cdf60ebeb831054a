using OrgPortal.LogtoEmulator.Answers;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>
/// Answers what no route did: 405 for another method of a known path, 501 for what a real Logto has and the emulator
/// has not, 404 for what neither has. Nobody is asked for a token, as in Logto.
/// </summary>
internal sealed class UnknownRoutes(IReadOnlyList<ManagementRoute> routes)
{
    /// <summary>
    /// First steps of paths below <c>/api</c> where a real Logto serves more than the emulator does. Areas that are
    /// complete here (organizations, invitations, one-time tokens, webhooks, …) are not among them: what is unknown in
    /// one of those is unknown to Logto too.
    /// </summary>
    private static readonly HashSet<string> AreasWithGaps =
    [
        ".well-known", "account-center", "applications", "authn", "captcha-provider", "configs", "connector-factories",
        "connectors", "custom-phrases", "custom-profile-fields", "dashboard", "domains", "experience", "interaction",
        "my-account", "oidc", "resources", "roles", "saml", "saml-applications", "secrets", "sentinel-activities",
        "sign-in-exp", "sso-connectors", "subject-tokens", "systems", "user-assets", "users", "verification-codes",
        "verifications",
    ];

    public Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!["/api".Length..];
        var methods = routes.Where(route => route.Fits(path)).Select(route => route.Method).ToHashSet();
        if (methods.Count == 0)
        {
            return AnswerWriter.WriteAsync(context, IsGap(path)
                ? new Answer(501) { Text = $"not emulated: {context.Request.Method} /api{path}" }
                : new Answer(404) { Text = "Not Found" });
        }

        if (methods.Contains("GET"))
        {
            methods.Add("HEAD");
        }

        string[] allow = [.. methods.Order(StringComparer.Ordinal)];
        return AnswerWriter.WriteAsync(context, HttpMethods.IsOptions(context.Request.Method)
            ? new Answer(200) { Text = string.Join(", ", allow), Allow = allow }
            : new Answer(405) { Text = "Method Not Allowed", Allow = allow });
    }

    private static bool IsGap(string path) => path.Split('/') is [_, var area, ..] && AreasWithGaps.Contains(area);
}
