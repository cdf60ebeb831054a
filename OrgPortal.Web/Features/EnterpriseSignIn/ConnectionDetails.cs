using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>One of an organization's own connections, without its secret.</summary>
/// <param name="Row">What the list shows of it.</param>
/// <param name="Provider">The issuer, or SAML's entity id; <see langword="null"/> before there are settings.</param>
/// <param name="ClientId">OpenID Connect: what Logto is called at the provider.</param>
/// <param name="SignInUrl">SAML: where people sign in.</param>
/// <param name="CallbackUrl">OpenID Connect: where the provider sends people back to. SAML: where it posts its answer to (ACS).</param>
/// <param name="EntityId">SAML: what Logto is called.</param>
/// <param name="Trial">The last test sign-in; <see langword="null"/> when there was none with these settings.</param>
/// <param name="Domains">The organization's domains, and which of them count as its own.</param>
/// <param name="JoinRoles">The roles of people who become members by signing in.</param>
/// <param name="Offered">What the organization may set up by itself.</param>
/// <param name="IsTenantReady">Whether Logto sends people through connectors at all.</param>
/// <param name="TakesNewcomers">Whether Logto makes accounts for people who have none yet: not where the tenant's sign-up is closed.</param>
public sealed record ConnectionDetails(
    ConnectionRow Row,
    string? Provider,
    string? ClientId,
    Uri? SignInUrl,
    Uri CallbackUrl,
    Uri? EntityId,
    ConnectionTrial? Trial,
    IReadOnlyList<ConnectionDomain> Domains,
    IReadOnlyList<OrganizationRoleName> JoinRoles,
    SelfService Offered,
    bool IsTenantReady = true,
    bool TakesNewcomers = true)
{
    /// <summary>Whether the organization may change it by itself.</summary>
    public bool CanChange => Offered == SelfService.All || (Offered == SelfService.Oidc && Row.Kind == ConnectionKind.Oidc);
}
