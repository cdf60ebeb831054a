using System.ComponentModel;

namespace OrgPortal.Web.Features.EnterpriseSignIn.Api;

/// <summary>One of an organization's own connections, without its secret, and what its identity provider has to know.</summary>
internal sealed record ConnectionDetailsResponse(
    [property: Description("The connection.")] ConnectionResponse Connection,
    [property: Description("The issuer, or SAML's entity id; null before there are settings.")] string? Provider,
    [property: Description("OpenID Connect: what Logto is called at the provider.")] string? ClientId,
    [property: Description("SAML: where people sign in.")] Uri? SignInUrl,
    [property: Description("OpenID Connect: the redirect URI. SAML: the assertion consumer service (ACS) URL.")] Uri CallbackUrl,
    [property: Description("SAML: the service provider's entity id.")] Uri? EntityId,
    [property: Description("The last test sign-in with these settings; null when there was none.")] TrialResponse? Trial)
{
    /// <summary>Maps it.</summary>
    public static ConnectionDetailsResponse From(ConnectionDetails details) =>
        new(ConnectionResponse.From(details.Row), details.Provider, details.ClientId, details.SignInUrl, details.CallbackUrl, details.EntityId, details.Trial is { } trial ? TrialResponse.From(trial) : null);
}
