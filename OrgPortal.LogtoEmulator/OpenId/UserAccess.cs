using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>
/// Access tokens for users. Without a target they are opaque; for a resource their scopes are those granted at sign-in, and once
/// refreshed only those of them that the user still has; for an organization they are what the user's roles give there now, as far as
/// it was asked for at sign-in.
/// </summary>
internal sealed class UserAccess(LogtoState state, TokenStore store, TokenIssuer issuer)
{
    public const string OrganizationAudience = "urn:logto:organization:";

    /// <summary>Refuses tokens for an organization that the user may not have; null asks for none.</summary>
    /// <exception cref="OidcException">403, in this order: no member, not consented, no second factor, not asked for at sign-in.</exception>
    public void CheckOrganization(UserTokenBasis basis, string? organizationId)
    {
        if (organizationId is null)
        {
            return;
        }

        var (isMember, satisfiesMfa) = state.Read(tables => (
            tables.Members.Has(organizationId, basis.UserId),
            tables.SatisfiesMfaOf(basis.UserId, organizationId)));
        if (!isMember)
        {
            throw OidcException.AccessDenied("user is not a member of the organization");
        }

        if (basis.Client.IsThirdParty && !store.ConsentOf(basis.Client.Id, basis.UserId).Contains(organizationId))
        {
            throw OidcException.AccessDenied("organization access is not granted to the application");
        }

        if (!satisfiesMfa)
        {
            throw OidcException.AccessDenied("organization requires MFA but user has no MFA configured");
        }

        if (!basis.Scopes.Contains(Scopes.Organizations))
        {
            throw OidcException.InsufficientScope("refresh token missing required scope", Scopes.Organizations);
        }
    }

    /// <summary>
    /// The resource of a request. One that names none is for userinfo if it is about <c>openid</c>, else for the only resource that was
    /// granted, or for the tenant's default one among several.
    /// </summary>
    /// <exception cref="OidcException">400 <c>invalid_target</c>: not asked for at sign-in.</exception>
    public string? FindResource(UserTokenBasis basis, OidcParameters form, IReadOnlyList<string> scopes)
    {
        var resource = form.All("resource") switch
        {
            [var asked] => asked,
            [] when scopes.Contains(Scopes.OpenIdScope) || basis.Resources.Count == 0 => null,
            [] when basis.Resources is [var only] => only,
            _ => state.Read(tables => tables.Resources.FirstOrDefault(one => one.IsDefault)?.Indicator),
        };
        return resource is null || basis.Resources.Contains(resource) ? resource : throw OidcException.InvalidTarget();
    }

    /// <summary>Issues the first token, with all that was granted.</summary>
    /// <param name="basis">For whom.</param>
    /// <param name="scopes">What is asked for, all of it part of the basis.</param>
    /// <param name="resource">The API; null for userinfo.</param>
    public IssuedAccess Issue(UserTokenBasis basis, IReadOnlyList<string> scopes, string? resource) => resource is null
        ? Opaque(basis, scopes)
        : ForResource(basis, resource, Scopes.Common(scopes, GrantedFor(basis, resource)), null);

    /// <summary>Issues a further token, with what was granted and the user still has (in the organization, if one is named).</summary>
    public IssuedAccess IssueAgain(UserTokenBasis basis, IReadOnlyList<string> scopes, string? resource, string? organizationId)
    {
        if (resource is null)
        {
            return Opaque(basis, scopes);
        }

        var held = state.Read<IReadOnlyList<string>>(tables => resource == AuthorizationChecks.OrganizationsResource
            ? [.. tables.OrganizationScopes.Select(scope => scope.Name)]
            : tables.ResourceScopesOfUser(basis.UserId, resource, organizationId));
        return ForResource(
            basis, resource, Scopes.Common(Scopes.Common(scopes, GrantedFor(basis, resource)), held), organizationId);
    }

    /// <summary>Issues a token for an organization, with what the user may do there now.</summary>
    public IssuedAccess IssueForOrganization(UserTokenBasis basis, IReadOnlyList<string> scopes, string organizationId)
    {
        var held = state.Read(tables => tables.OrganizationScopesOfUser(organizationId, basis.UserId));
        var scope = Scopes.Join(Scopes.Common(scopes, held.Select(one => one.Name)));
        var token = issuer.Signed(basis.UserId, basis.Client.Id, OrganizationAudience + organizationId, scope, Lifetimes.AccessToken);
        return new IssuedAccess(token, scope, Lifetimes.AccessToken);
    }

    private IReadOnlyList<string> GrantedFor(UserTokenBasis basis, string resource) =>
        Scopes.Split(state.Read(tables => tables.Grants.Find(basis.GrantId)?.ResourceScopes.GetValueOrDefault(resource)));

    private IssuedAccess Opaque(UserTokenBasis basis, IReadOnlyList<string> scopes)
    {
        string[] known = [.. scopes.Where(Scopes.IsOpenId)];
        return new IssuedAccess(issuer.Opaque(basis, known), Scopes.Join(known), Lifetimes.AccessToken);
    }

    private IssuedAccess ForResource(UserTokenBasis basis, string resource, IReadOnlyList<string> scopes, string? organizationId)
    {
        var seconds = state.Read(tables => tables.Resources.FirstOrDefault(one => one.Indicator == resource)?.AccessTokenTtl);
        var valid = seconds is { } some ? TimeSpan.FromSeconds(some) : Lifetimes.AccessToken;
        var scope = Scopes.Join(scopes);
        return new IssuedAccess(issuer.Signed(basis.UserId, basis.Client.Id, resource, scope, valid, organizationId), scope, valid);
    }
}
