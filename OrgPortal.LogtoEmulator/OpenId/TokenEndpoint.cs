using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary><c>POST /oidc/token</c>: finds out who calls and hands on to the grant that is asked for.</summary>
internal sealed class TokenEndpoint(
    ClientAuthentication authentication,
    AuthorizationCodeGrant codes,
    RefreshTokenGrant refreshes,
    ClientCredentialsGrant machines,
    TokenStore store,
    LogtoState state)
{
    private const string Code = "authorization_code";
    private const string Refresh = "refresh_token";
    private const string Machine = "client_credentials";

    private static readonly string[] NotEmulated =
        ["urn:ietf:params:oauth:grant-type:device_code", "urn:ietf:params:oauth:grant-type:token-exchange"];

    private static readonly (string Field, string Name)[] TokenTypes =
        [("access_token", "AccessToken"), ("refresh_token", "RefreshToken"), ("id_token", "IdToken")];

    public async Task HandleAsync(HttpContext context)
    {
        var form = await OidcParameters.FromFormAsync(context.Request);
        Application? client = null;
        try
        {
            client = authentication.Authenticate(context.Request, form);
            ClientOrigins.Check(context, client);
            var grantType = form.Required("grant_type");
            CheckGrantType(client, grantType);
            var answer = grantType switch
            {
                Code => codes.Exchange(client, form),
                Refresh => refreshes.Exchange(client, form),
                _ => machines.Exchange(client, form),
            };
            Log(context, form, client, answer, null);
            await OidcAnswers.JsonAsync(context, answer);
        }
        catch (OidcException refusal)
        {
            Log(context, form, client, null, refusal);
            await OidcAnswers.RefuseAsync(context, refusal);
        }
    }

    private static void CheckGrantType(Application client, string grantType)
    {
        string[] allowed = client.Type is ApplicationType.MachineToMachine ? [Machine] : [Code, Refresh];
        if (!allowed.Contains(grantType))
        {
            throw new[] { Code, Refresh, Machine }.Concat(NotEmulated).Contains(grantType)
                ? OidcException.InvalidRequest("requested grant type is not allowed for this client")
                : new OidcException("unsupported_grant_type", "unsupported grant_type requested");
        }
    }

    private void Log(HttpContext context, OidcParameters form, Application? client, JsonObject? answer, OidcException? refusal)
    {
        var grantType = form.First("grant_type");
        var code = grantType == Code ? store.FindCode(form.First("code") ?? "") : null;
        var token = grantType == Refresh ? store.FindRefreshToken(form.First("refresh_token") ?? "") : null;
        var key = grantType switch
        {
            Code => "AuthorizationCode",
            Refresh => "RefreshToken",
            Machine => "ClientCredentials",
            _ => "Unknown",
        };
        var entry = new JsonObject
        {
            ["ip"] = context.Connection.RemoteIpAddress?.ToString(),
            ["userAgent"] = context.Request.Headers.UserAgent.ToString(),
            ["applicationId"] = client?.Id,
            ["userId"] = code?.AccountId ?? token?.AccountId,
            ["sessionId"] = code?.SessionUid ?? token?.BoundToSession,
            ["tokenTypes"] = new JsonArray([.. TokenTypes.Where(type => answer?.ContainsKey(type.Field) == true).Select(type => type.Name)]),
            ["scope"] = answer?["scope"]?.DeepClone(),
            ["error"] = refusal is null ? null : $"{refusal.Error}: {refusal.Description}",
        };
        foreach (var absent in entry.Where(field => field.Value is null).Select(field => field.Key).ToArray())
        {
            entry.Remove(absent);
        }

        state.Write(tables => tables.Log($"ExchangeTokenBy.{key}", entry, refusal is null));
    }
}
