using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>Sets the OpenID Connect handler up for Logto.</summary>
internal sealed class OpenIdConnectSetup(IOptions<LogtoOptions> logto, IOptions<SignInOptions> signIn, PortalAddress address) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    /// <summary>Where Logto sends people after signing in; must be registered there.</summary>
    public const string CallbackPath = "/signin-oidc";

    /// <summary>Where Logto sends people after signing out; must be registered there.</summary>
    public const string SignedOutCallbackPath = "/signout-callback-oidc";

    /// <summary>Logto drops organization permissions from the scopes unless this resource is asked for too (contract C2).</summary>
    private const string OrganizationsResource = "urn:logto:resource:organizations";

    private static readonly string[] Scopes =
        ["openid", "profile", "email", "offline_access", "urn:logto:scope:organizations", "urn:logto:scope:organization_roles"];

    /// <summary>How Logto may sign: ES384 by default, others by the tenant's key. No symmetric algorithm, and not none.</summary>
    public static IReadOnlyList<string> Algorithms { get; } =
    [
        SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha512,
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
    ];

    public void Configure(OpenIdConnectOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name != PortalSchemes.OpenId)
        {
            return;
        }

        Connect(options);
        Request(options);
        options.EventsType = typeof(SignInEvents);
        options.MapInboundClaims = false;
        options.SaveTokens = true;
        // The ID token holds all that is shown; rights are read from the Management API.
        options.GetClaimsFromUserInfoEndpoint = false;
        options.TokenValidationParameters.NameClaimType = PortalClaims.Name;
        options.TokenValidationParameters.ValidAlgorithms = [.. Algorithms];
        Keep(options.CorrelationCookie, "orgportal-correlation.");
        Keep(options.NonceCookie, "orgportal-nonce.");
    }

    private void Connect(OpenIdConnectOptions options)
    {
        var endpoint = logto.Value.Endpoint!;
        options.SignInScheme = PortalSchemes.Session;
        options.SignOutScheme = PortalSchemes.Session;
        options.Authority = endpoint.AbsoluteUri.TrimEnd('/') + "/oidc";
        options.RequireHttpsMetadata = endpoint.Scheme == Uri.UriSchemeHttps;
        options.ClientId = logto.Value.Web.ClientId;
        options.ClientSecret = logto.Value.Web.ClientSecret;
        options.BackchannelTimeout = TimeSpan.FromSeconds(15);
        options.CallbackPath = CallbackPath;
        options.SignedOutCallbackPath = SignedOutCallbackPath;
        options.SignedOutRedirectUri = SignOutEndpoint.SignedOutPath;
        // Front-channel logout would end a session by a mere GET. Logto tells us over the back channel.
        options.RemoteSignOutPath = default;
    }

    private void Request(OpenIdConnectOptions options)
    {
        options.ResponseType = OpenIdConnectResponseType.Code;
        // A posted answer would need cookies that other sites' forms may send.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        // Logto has no use for our library's name and version, and an attacker would.
        options.DisableTelemetry = true;
        // Said explicitly: Logto's discovery offers pushed requests, and the default would follow it. Its sign-in parameters are documented for the front channel only.
        options.PushedAuthorizationBehavior = PushedAuthorizationBehavior.Disable;
        // Without it Logto issues no refresh token (contract C2).
        options.Prompt = OpenIdConnectPrompt.Consent;
        options.Resource = OrganizationsResource;
        // Signing up may take a walk to the mailbox. As long as Logto's own interaction.
        options.RemoteAuthenticationTimeout = TimeSpan.FromHours(1);
        options.ProtocolValidator.NonceLifetime = TimeSpan.FromHours(1);
        options.Scope.Clear();
        foreach (var scope in Scopes.Concat(signIn.Value.OrganizationPermissions).Distinct(StringComparer.Ordinal))
        {
            options.Scope.Add(scope);
        }
    }

    private void Keep(CookieBuilder cookie, string name)
    {
        // With a path of their own they could not be bound to the host, and a neighbouring sub-domain could plant the attacker's.
        cookie.Name = CookieNames.For(name, address);
        cookie.Path = "/";
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = address.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
