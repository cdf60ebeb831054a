using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary><c>POST /oidc/token</c>: finds out who calls and hands on to the grant that is asked for.</summary>
internal sealed class TokenEndpoint(
    ClientAuthentication authentication,
    AuthorizationCodeGrant codes,
    RefreshTokenGrant refreshes,
    ClientCredentialsGrant machines,
    LogtoState state)
{
    private const string Code = "authorization_code";
    private const string Refresh = "refresh_token";
    private const string Machine = "client_credentials";

    private static readonly string[] NotEmulated =
        ["implicit", "urn:ietf:params:oauth:grant-type:device_code", "urn:ietf:params:oauth:grant-type:token-exchange"];

    public async Task HandleAsync(HttpContext context)
    {
        var form = await OidcParameters.FromFormAsync(context.Request);
        string? key = null;
        Application? client = null;
        try
        {
            client = authentication.Authenticate(context.Request, form);
            var grantType = form.Required("grant_type");
            CheckGrantType(client, grantType);
            (key, var answer) = grantType switch
            {
                Code => ("AuthorizationCode", codes.Exchange(client, form)),
                Refresh => ("RefreshToken", refreshes.Exchange(client, form)),
                _ => ("ClientCredentials", machines.Exchange(client, form)),
            };
            Log(key, client, true);
            await OidcAnswers.JsonAsync(context, answer);
        }
        catch (OidcException refusal)
        {
            Log(key ?? "Unknown", client, false);
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

    private void Log(string key, Application? client, bool isSuccess) => state.Write(tables =>
        tables.Log($"ExchangeTokenBy.{key}", new JsonObject { ["applicationId"] = client?.Id }, isSuccess));
}
