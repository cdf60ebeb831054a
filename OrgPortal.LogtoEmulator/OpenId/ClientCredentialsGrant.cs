using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>
/// <c>grant_type=client_credentials</c>: a machine acts for itself, at an API, in an organization, or at an API in an organization.
/// Scopes it may not have are dropped in silence.
/// </summary>
internal sealed class ClientCredentialsGrant(LogtoState state, TokenIssuer issuer)
{
    /// <exception cref="OidcException">No target, an unknown one, or an organization the application is not in.</exception>
    public JsonObject Exchange(Application client, OidcParameters form)
    {
        var organizationId = form["organization_id"];
        var resource = form["resource"] ?? (organizationId is null
            ? state.Read(tables => tables.Resources.FirstOrDefault(one => one.IsDefault)?.Indicator)
            : null);
        if (resource is null && organizationId is null)
        {
            throw OidcException.InvalidTarget("both `resource` and `organization_id` are not provided");
        }

        if (organizationId is not null && !state.Read(tables => tables.ApplicationMembers.Has(organizationId, client.Id)))
        {
            throw OidcException.AccessDenied("app has not associated with the organization");
        }

        var scopes = Scopes.Split(form["scope"]);
        return TokenAnswer.Of(resource is null
            ? ForOrganization(client, scopes, organizationId!)
            : ForResource(client, scopes, resource, organizationId));
    }

    private IssuedAccess ForOrganization(Application client, IReadOnlyList<string> scopes, string organizationId)
    {
        var held = state.Read(tables => tables.OrganizationScopesOfApplication(organizationId, client.Id));
        var scope = Scopes.Join(Scopes.Common(scopes, held.Select(one => one.Name)));
        var audience = UserAccess.OrganizationAudience + organizationId;
        return new IssuedAccess(
            issuer.Signed(client.Id, client.Id, audience, scope, Lifetimes.AccessToken), scope, Lifetimes.AccessToken);
    }

    private IssuedAccess ForResource(Application client, IReadOnlyList<string> scopes, string indicator, string? organizationId)
    {
        var (held, seconds) = state.Read(tables =>
        {
            var resource = tables.Resources.FirstOrDefault(one => one.Indicator == indicator) ?? throw OidcException.InvalidTarget();
            return (organizationId is null
                ? tables.ResourceScopesOfApplication(client.Id, indicator)
                : tables.ResourceScopesOfApplicationIn(client.Id, indicator, organizationId), resource.AccessTokenTtl);
        });
        var granted = Scopes.Common(scopes, held);
        var scope = granted.Count == 0 ? null : Scopes.Join(granted);
        var lifetime = TimeSpan.FromSeconds(seconds);
        return new IssuedAccess(issuer.Signed(client.Id, client.Id, indicator, scope, lifetime, organizationId), scope, lifetime);
    }
}
