using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.Pages;

namespace OrgPortal.LogtoEmulator.Enterprise;

/// <summary>
/// A small identity provider of an enterprise, at <c>/enterprise</c>: not Logto, but what a Logto is connected to. It has one client, asks who one is, and believes it.
/// </summary>
internal sealed class EnterpriseProvider(EmulatorAddress address, SigningKey key, TimeProvider clock)
{
    /// <summary>The path of its issuer.</summary>
    public const string Path = "/enterprise";

    /// <summary>What Logto is called there.</summary>
    public const string ClientId = "logto";

    /// <summary>Its secret there.</summary>
    public const string ClientSecret = "logto-secret";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Code> _codes = new();
    private readonly ConcurrentDictionary<string, JsonObject> _tokens = new();

    private string Issuer => address.Of(Path);

    public Task DiscoverAsync(HttpContext context) => WriteAsync(context, new JsonObject
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = Issuer + "/authorize",
        ["token_endpoint"] = Issuer + "/token",
        ["userinfo_endpoint"] = Issuer + "/userinfo",
        ["jwks_uri"] = Issuer + "/jwks",
        ["response_types_supported"] = new JsonArray("code"),
        ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray(SigningKey.Algorithm),
    });

    public Task ListKeysAsync(HttpContext context) => WriteAsync(context, new JsonObject { ["keys"] = new JsonArray(key.PublicKey()) });

    public static Task AskAsync(HttpContext context) =>
        context.Request.Query["client_id"] == ClientId && Uri.TryCreate(context.Request.Query["redirect_uri"], UriKind.Absolute, out _)
            ? Page.WriteAsync(context, Form(context, null))
            : Page.WriteAsync(context, new Page("Unknown application", $"<p class=\"error\" role=\"alert\">This identity provider knows one application: {ClientId}.</p>"), StatusCodes.Status400BadRequest);

    public async Task AnswerAsync(HttpContext context)
    {
        var form = await OidcParameters.FromFormAsync(context.Request);
        var query = context.Request.Query;
        var email = (form.First("identifier") ?? "").Trim();
        if (query["client_id"] != ClientId || !Uri.TryCreate(query["redirect_uri"], UriKind.Absolute, out var back))
        {
            await AskAsync(context);
        }
        else if (form.First("cancel") is not null)
        {
            AuthorizationResponse.SeeOther(context, QueryHelpers.AddQueryString(back.AbsoluteUri, new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = query["state"] }));
        }
        else if (email.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            await Page.WriteAsync(context, Form(context, "Enter an e-mail address."), StatusCodes.Status422UnprocessableEntity);
        }
        else
        {
            var code = TokenStore.NewSecret();
            var claims = new JsonObject { ["sub"] = email, ["email"] = email, ["email_verified"] = form.First("unverified") is null, ["name"] = form.First("name") };
            _codes[code] = new Code(back.AbsoluteUri, query["nonce"], claims, clock.GetUtcNow() + Lifetime);
            AuthorizationResponse.SeeOther(context, QueryHelpers.AddQueryString(back.AbsoluteUri, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
        }
    }

    public async Task GiveTokensAsync(HttpContext context)
    {
        var form = await OidcParameters.FromFormAsync(context.Request);
        if (context.Request.Headers.Authorization != "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}")))
        {
            await WriteAsync(context, new JsonObject { ["error"] = "invalid_client" }, StatusCodes.Status401Unauthorized);
            return;
        }

        if (form.First("code") is not { } value || !_codes.TryRemove(value, out var code) || code.EndsAt < clock.GetUtcNow() || form.First("redirect_uri") != code.RedirectUri)
        {
            await WriteAsync(context, new JsonObject { ["error"] = "invalid_grant" }, StatusCodes.Status400BadRequest);
            return;
        }

        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var identity = code.Claims.DeepClone().AsObject();
        (identity["iss"], identity["aud"], identity["iat"], identity["exp"], identity["nonce"]) = (Issuer, ClientId, now, now + (long)Lifetime.TotalSeconds, code.Nonce);
        var access = TokenStore.NewSecret();
        _tokens[access] = code.Claims;
        await WriteAsync(context, new JsonObject { ["access_token"] = access, ["token_type"] = "Bearer", ["expires_in"] = (int)Lifetime.TotalSeconds, ["id_token"] = key.Sign(null, identity) });
    }

    public Task TellAsync(HttpContext context) =>
        context.Request.Headers.Authorization.ToString().Split(' ') is ["Bearer", var token] && _tokens.TryGetValue(token, out var claims)
            ? WriteAsync(context, claims.DeepClone().AsObject())
            : WriteAsync(context, new JsonObject { ["error"] = "invalid_token" }, StatusCodes.Status401Unauthorized);

    private static Page Form(HttpContext context, string? error) => new("Enterprise (pretended)", $"""
        {Problem.Of(error)}
        <p>This is a company's own identity provider. Say who you are there.</p>
        <form method="post" action="{Path}/authorize{context.Request.QueryString.Value}">
          <label for="identifier">E-mail address</label>
          <input id="identifier" name="identifier" type="email" required autofocus>
          <label for="name">Name</label>
          <input id="name" name="name" autocomplete="name">
          <button type="submit">Sign in</button>
          <button type="submit" name="cancel" value="1" formnovalidate>Cancel</button>
        </form>
        """);

    private static Task WriteAsync(HttpContext context, JsonObject body, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body);
    }

    private sealed record Code(string RedirectUri, string? Nonce, JsonObject Claims, DateTimeOffset EndsAt);
}
