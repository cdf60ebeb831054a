using System.Collections.Immutable;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>
/// What comes of an authorization request: a grant, and a code that stands for it. The scopes of API resources are those the user
/// has now and stay so; the permissions of organizations are noted by name and judged each time a token is asked for.
/// </summary>
internal sealed class AuthorizationGrants(LogtoState state, TokenStore store)
{
    /// <summary>Whether the person must be asked: for third-party applications, the first time and whenever they ask for it.</summary>
    public bool NeedsConsent(Application client, AuthorizationRequest request, Session session) => client.IsThirdParty
        && (request.Prompts.Contains("consent")
            || !session.Authorizations.TryGetValue(client.Id, out var authorization)
            || state.Read(tables => !tables.Grants.Has(authorization.GrantId)));

    /// <summary>Grants what was asked for and returns the code.</summary>
    public string Issue(AuthorizationRequest request, Session session)
    {
        var (grant, sid) = state.Write(tables => Grant(tables, request, session));
        var code = new AuthorizationCode
        {
            Value = TokenStore.NewSecret(),
            ClientId = request.ClientId,
            AccountId = session.AccountId,
            GrantId = grant.Id,
            SessionUid = session.Uid,
            RedirectUri = request.RedirectUri,
            Scopes = Scopes.Common(request.Scopes, OpenIdScopes(request).Concat(ResourceScopesOf(grant, request))),
            Resources = request.Resources,
            Nonce = request.Nonce,
            CodeChallenge = request.CodeChallenge,
            AuthTime = request.MaxAge is not null || request.Prompts.Contains("login") ? session.LoginTs : null,
            Sid = sid,
            ExpiresAt = state.Clock.GetUtcNow() + Lifetimes.AuthorizationCode,
        };
        store.Add(code);
        return code.Value;
    }

    private static (Grant Grant, string? Sid) Grant(LogtoTables tables, AuthorizationRequest request, Session session)
    {
        var current = tables.Sessions.Find(session.Uid) ?? session;
        var authorization = current.Authorizations.GetValueOrDefault(request.ClientId);
        var grant = tables.Grants.Find(authorization?.GrantId) ?? new Grant
        {
            Id = TokenStore.NewSecret(),
            AccountId = session.AccountId,
            ClientId = request.ClientId,
            CreatedAt = tables.Now,
            ExpiresAt = tables.Now + (long)Lifetimes.Grant.TotalMilliseconds,
        };
        grant = tables.Grants.Put(grant with
        {
            OpenIdScope = Scopes.Join(Scopes.Split(grant.OpenIdScope).Concat(OpenIdScopes(request))),
            ResourceScopes = request.Resources.Aggregate(grant.ResourceScopes, (scopes, resource) => scopes.SetItem(
                resource,
                Scopes.Join(Scopes.Split(scopes.GetValueOrDefault(resource)).Concat(Granted(tables, request, session.AccountId, resource))))),
        });
        authorization = new SessionAuthorization(authorization?.Sid ?? LogtoIds.Standard(), grant.Id);
        tables.Sessions.Put(current with
        {
            Authorizations = current.Authorizations.SetItem(request.ClientId, authorization),
            ExpiresAt = tables.Now + (long)Lifetimes.Session.TotalMilliseconds,
        });
        var wantsSid = tables.Applications.Find(request.ClientId)?.OidcClientMetadata.BackchannelLogoutSessionRequired == true;
        return (grant, wantsSid ? authorization.Sid : null);
    }

    private static IReadOnlyList<string> Granted(LogtoTables tables, AuthorizationRequest request, string userId, string resource) =>
        Scopes.Common(request.Scopes, resource == AuthorizationChecks.OrganizationsResource
            ? tables.OrganizationScopes.Select(scope => scope.Name)
            : tables.ResourceScopesOfUser(userId, resource, null));

    /// <summary><c>offline_access</c> counts only where the person is asked for consent.</summary>
    private static IEnumerable<string> OpenIdScopes(AuthorizationRequest request) => request.Scopes.Where(scope =>
        Scopes.IsOpenId(scope) && (scope != Scopes.OfflineAccess || request.Prompts.Contains("consent")));

    private static IEnumerable<string> ResourceScopesOf(Grant grant, AuthorizationRequest request) =>
        request.Resources.SelectMany(resource => Scopes.Split(grant.ResourceScopes.GetValueOrDefault(resource)));
}
