using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>
/// Access tokens for users. Without a target they are opaque; for a resource their scopes are those granted at sign-in which the user
/// still has; for an organization they are what the user's roles give there now, as far as it was asked for at sign-in.
/// </summary>
internal sealed class UserAccess(LogtoState state, TokenStore store, TokenIssuer issuer)
{
    public const string OrganizationAudience = "urn:logto:organization:";

    /// <summary>Refuses what the request may not have, before anything is used up.</summary>
    /// <exception cref="OidcException">403 for the organization, 400 <c>invalid_target</c> for the resource.</exception>
    public void Check(UserTokenBasis basis, string? resource, string? organizationId)
    {
        if (organizationId is not null)
        {
            CheckOrganization(basis, organizationId);
        }

        if (resource is not null && !basis.Resources.Contains(resource))
        {
            throw OidcException.InvalidTarget();
        }
    }

    /// <summary>Issues the token.</summary>
    /// <param name="basis">For whom.</param>
    /// <param name="scopes">What is asked for, all of it part of the basis.</param>
    /// <param name="resource">The API; null for none.</param>
    /// <param name="organizationId">The organization; null for none.</param>
    public IssuedAccess Issue(UserTokenBasis basis, IReadOnlyList<string> scopes, string? resource, string? organizationId)
    {
        if (resource is not null)
        {
            return ForResource(basis, scopes, resource, organizationId);
        }

        return organizationId is null ? Opaque(basis, scopes) : ForOrganization(basis, scopes, organizationId);
    }

    /// <summary>The resource of a request that names none: the tenant's default one, if the person granted it.</summary>
    public string? DefaultResource(UserTokenBasis basis) => state.Read(tables =>
        tables.Resources.FirstOrDefault(resource => resource.IsDefault && basis.Resources.Contains(resource.Indicator))?.Indicator);

    private void CheckOrganization(UserTokenBasis basis, string organizationId)
    {
        if (!basis.Scopes.Contains(Scopes.Organizations))
        {
            throw OidcException.InsufficientScope("refresh token missing required scope", Scopes.Organizations);
        }

        state.Read(tables =>
        {
            if (!tables.Members.Has(organizationId, basis.UserId))
            {
                throw OidcException.AccessDenied("user is not a member of the organization");
            }

            return tables.SatisfiesMfaOf(basis.UserId, organizationId)
                ? true
                : throw OidcException.AccessDenied("organization requires MFA but user has no MFA configured");
        });
        if (basis.Client.IsThirdParty && !store.ConsentOf(basis.Client.Id, basis.UserId).Contains(organizationId))
        {
            throw OidcException.AccessDenied("organization access is not granted to the application");
        }
    }

    private IssuedAccess Opaque(UserTokenBasis basis, IReadOnlyList<string> scopes)
    {
        string[] known = [.. scopes.Where(Scopes.IsOpenId)];
        return new IssuedAccess(issuer.Opaque(basis, known), Scopes.Join(known), Lifetimes.AccessToken);
    }

    private IssuedAccess ForOrganization(UserTokenBasis basis, IReadOnlyList<string> scopes, string organizationId)
    {
        var held = state.Read(tables => tables.OrganizationScopesOfUser(organizationId, basis.UserId));
        var scope = Scopes.Join(Scopes.Common(scopes, held.Select(one => one.Name)));
        var token = issuer.Signed(basis.UserId, basis.Client.Id, OrganizationAudience + organizationId, scope, Lifetimes.AccessToken);
        return new IssuedAccess(token, scope, Lifetimes.AccessToken);
    }

    private IssuedAccess ForResource(UserTokenBasis basis, IReadOnlyList<string> scopes, string resource, string? organizationId)
    {
        var (granted, held, lifetime) = state.Read(tables => (
            Scopes.Split(tables.Grants.Find(basis.GrantId)?.ResourceScopes.GetValueOrDefault(resource)),
            resource == AuthorizationChecks.OrganizationsResource
                ? [.. tables.OrganizationScopes.Select(scope => scope.Name)]
                : tables.ResourceScopesOfUser(basis.UserId, resource, organizationId),
            tables.Resources.FirstOrDefault(one => one.Indicator == resource)?.AccessTokenTtl));
        var scope = Scopes.Join(Scopes.Common(Scopes.Common(scopes, granted), held));
        var valid = lifetime is { } seconds ? TimeSpan.FromSeconds(seconds) : Lifetimes.AccessToken;
        return new IssuedAccess(issuer.Signed(basis.UserId, basis.Client.Id, resource, scope, valid, organizationId), scope, valid);
    }
}
