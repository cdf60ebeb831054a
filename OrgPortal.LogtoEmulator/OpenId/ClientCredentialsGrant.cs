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
        if (organizationId is not null && !state.Read(tables => tables.ApplicationMembers.Has(organizationId, client.Id)))
        {
            throw OidcException.AccessDenied("app has not associated with the organization");
        }

        var resource = FindResource(form);
        var scopes = Scopes.Split(form["scope"]);
        return TokenAnswer.Of(resource is null
            ? ForOrganization(client, scopes, organizationId!)
            : ForResource(client, scopes, resource, organizationId));
    }

    /// <summary>The API that was asked for; null where only an organization was.</summary>
    private string? FindResource(OidcParameters form)
    {
        var asked = form.All("resource");
        foreach (var indicator in asked)
        {
            AuthorizationChecks.CheckResource(indicator);
        }

        if (asked.Count > 1)
        {
            throw OidcException.InvalidTarget("only a single resource indicator value is supported for this grant type");
        }

        if (asked.Count == 1 || form["organization_id"] is not null)
        {
            return asked is [var one] ? one : null;
        }

        return state.Read(tables => tables.Resources.FirstOrDefault(one => one.IsDefault)?.Indicator)
            ?? throw OidcException.InvalidTarget("both `resource` and `organization_id` are not provided");
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
        var (held, seconds) = state.Read(tables => Held(tables, client.Id, indicator, organizationId));
        var granted = Scopes.Common(scopes, held);
        var scope = granted.Count == 0 ? null : Scopes.Join(granted);
        var lifetime = TimeSpan.FromSeconds(seconds);
        return new IssuedAccess(issuer.Signed(client.Id, client.Id, indicator, scope, lifetime, organizationId), scope, lifetime);
    }

    /// <summary>What the application may do at an API, and for how many seconds; in an organization only its roles there count.</summary>
    private static (IReadOnlyList<string> Scopes, int Seconds) Held(
        LogtoTables tables, string clientId, string indicator, string? organizationId)
    {
        if (indicator == AuthorizationChecks.OrganizationsResource)
        {
            return ([.. tables.OrganizationScopes.Select(scope => scope.Name)], (int)Lifetimes.AccessToken.TotalSeconds);
        }

        var resource = tables.Resources.FirstOrDefault(one => one.Indicator == indicator) ?? throw OidcException.InvalidTarget();
        return (
            organizationId is null
                ? tables.ResourceScopesOfApplication(clientId, indicator)
                : tables.ResourceScopesOfApplicationIn(clientId, indicator, organizationId),
            resource.AccessTokenTtl);
    }
}
