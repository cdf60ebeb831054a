using System.Text.Json.Nodes;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>The body of a successful answer of the token endpoint.</summary>
internal static class TokenAnswer
{
    public static JsonObject Of(IssuedAccess access, string? idToken = null, string? refreshToken = null)
    {
        var body = new JsonObject { ["access_token"] = access.Token, ["expires_in"] = (long)access.Lifetime.TotalSeconds };
        if (idToken is not null)
        {
            body["id_token"] = idToken;
        }

        if (refreshToken is not null)
        {
            body["refresh_token"] = refreshToken;
        }

        if (access.Scope is not null)
        {
            body["scope"] = access.Scope;
        }

        body["token_type"] = "Bearer";
        return body;
    }
}
