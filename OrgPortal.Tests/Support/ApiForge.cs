using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.LogtoEmulator;
using OrgPortal.LogtoEmulator.OpenId;

namespace OrgPortal.Tests.Support;

/// <summary>Tokens with the emulator's own signature, for whom and for what a test wants, whatever Logto would say.</summary>
internal sealed class ApiForge(PortalFactory portal)
{
    private readonly SigningKey _key = portal.LogtoServices.GetRequiredService<SigningKey>();

    /// <summary>The id of somebody of the seed.</summary>
    public string IdOf(string name) => portal.Logto.State.Read(tables => tables.Users.FindByUsername(name)!.Id);

    /// <summary>The id of an organization by its name.</summary>
    public string OrganizationOf(string name) => portal.Logto.State.Read(tables => tables.Organizations.Single(organization => organization.Name == name).Id);

    /// <summary>An access token.</summary>
    /// <param name="name">Whose.</param>
    /// <param name="organization">For which organization; <see langword="null"/> for the API's resource.</param>
    /// <param name="change">What is otherwise than usual.</param>
    /// <param name="type">The header's <c>typ</c>.</param>
    public string Token(string name, string? organization, Action<JsonObject>? change = null, string? type = "at+jwt")
    {
        var now = portal.Logto.Clock.GetUtcNow();
        var claims = new JsonObject
        {
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["sub"] = IdOf(name),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
            ["scope"] = "",
            ["client_id"] = EmulatorOptions.BrowserClientId,
            ["iss"] = portal.LogtoAddress + "oidc",
            ["aud"] = organization is null ? EmulatorOptions.ApiResource : UserAccess.OrganizationAudience + organization,
        };
        change?.Invoke(claims);
        return _key.Sign(type, claims);
    }

    /// <summary>An ID token that tells when somebody proved who they are.</summary>
    public string IdToken(string name, TimeSpan age, Action<JsonObject>? change = null) => Token(
        name,
        null,
        claims =>
        {
            claims["aud"] = EmulatorOptions.BrowserClientId;
            claims["auth_time"] = (portal.Logto.Clock.GetUtcNow() - age).ToUnixTimeSeconds();
            claims.Remove("client_id");
            change?.Invoke(claims);
        },
        type: null);
}
