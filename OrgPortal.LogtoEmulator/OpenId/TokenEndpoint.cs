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
        ["urn:ietf:params:oauth:grant-type:device_code", "urn:ietf:params:oauth:grant-type:token-exchange"];

    public async Task HandleAsync(HttpContext context)
    {
        var form = await OidcParameters.FromFormAsync(context.Request);
        Application? client = null;
        try
        {
            client = authentication.Authenticate(context.Request, form);
            var grantType = form.Required("grant_type");
            CheckGrantType(client, grantType);
            var answer = grantType switch
            {
                Code => codes.Exchange(client, form),
                Refresh => refreshes.Exchange(client, form),
                _ => machines.Exchange(client, form),
            };
            Log(form, client, true);
            await OidcAnswers.JsonAsync(context, answer);
        }
        catch (OidcException refusal)
        {
            Log(form, client, false);
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

    private void Log(OidcParameters form, Application? client, bool isSuccess)
    {
        var key = form.First("grant_type") switch
        {
            Code => "AuthorizationCode",
            Refresh => "RefreshToken",
            Machine => "ClientCredentials",
            _ => "Unknown",
        };
        state.Write(tables => tables.Log($"ExchangeTokenBy.{key}", new JsonObject { ["applicationId"] = client?.Id }, isSuccess));
    }
}
