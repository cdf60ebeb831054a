using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>Writes the answers of the OpenID Connect endpoints.</summary>
internal static class OidcAnswers
{
    /// <summary>JSON that nobody may store.</summary>
    public static Task JsonAsync(HttpContext context, JsonObject body, int status = StatusCodes.Status200OK, string type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type + "; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(body.ToJsonString(StateJson.Options));
    }

    /// <summary>
    /// A refusal as Logto words it: the OAuth fields with <c>code</c> and <c>message</c> beside them, or the bare OAuth fields if the
    /// caller asked with <c>parse_error=false</c>.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="refusal">What was refused and why.</param>
    /// <param name="further">Fields that belong to the request, such as <c>state</c> and <c>iss</c> at the authorization endpoint.</param>
    public static Task RefuseAsync(HttpContext context, OidcException refusal, params IEnumerable<KeyValuePair<string, string?>> further)
    {
        var body = new JsonObject();
        if (context.Request.Query["parse_error"] != "false")
        {
            body["code"] = "oidc." + refusal.Error;
            body["message"] = Message(refusal.Error);
        }

        body["error"] = refusal.Error;
        body["error_description"] = refusal.Description;
        foreach (var (name, value) in further.Append(new("scope", refusal.Scope)).Where(pair => pair.Value is not null))
        {
            body[name] = value;
        }

        if (refusal.Challenge is { } scheme)
        {
            context.Response.Headers.WWWAuthenticate = scheme == "Basic"
                ? $"Basic realm=\"{Issuer(context)}\""
                : $"Bearer realm=\"{Issuer(context)}\", error=\"{refusal.Error}\", error_description=\"{refusal.Description}\"";
        }

        return JsonAsync(context, body, refusal.Status);
    }

    private static string Issuer(HttpContext context) => context.RequestServices.GetRequiredService<EmulatorAddress>().Issuer;

    private static string Message(string error) => error switch
    {
        "invalid_grant" => "Grant request is invalid.",
        "invalid_request" => "Request is invalid.",
        "invalid_token" => "Invalid token provided.",
        "invalid_target" => "Invalid resource indicator.",
        "invalid_redirect_uri" => "`redirect_uri` did not match any of the client's registered `redirect_uris`.",
        "access_denied" => "Access denied.",
        "insufficient_scope" => "Token missing scope `{{scope}}`.",
        "invalid_scope" => "Invalid scope: {{error_description}}.",
        "unsupported_grant_type" => "Unsupported `grant_type` requested.",
        _ => $"An OIDC error occurred: oidc.{error}.",
    };
}
