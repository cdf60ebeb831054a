using System.Collections.Immutable;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>
/// What comes of an authorization request: a grant, and a code that stands for it. The scopes of API resources are those the user
/// has now and stay so; the permissions of organizations are noted by name and judged each time a token is asked for.
/// </summary>
internal sealed class AuthorizationGrants(LogtoState state, TokenStore store)
{
    /// <summary>
    /// Whether the request leads to the consent step: because it asks for that, for a native application, or for what has not been
    /// granted to the application in this session. The tenant's own applications pass through it without a question.
    /// </summary>
    public bool LeadsToConsent(Application client, AuthorizationRequest request, Session session) =>
        request.Prompts.Contains("consent") || RefusalWithoutConsent(client, request, session) is not null;

    /// <summary>Whether the person must be asked: for third-party applications that come to the consent step.</summary>
    public bool NeedsConsent(Application client, AuthorizationRequest request, Session session) =>
        client.IsThirdParty && LeadsToConsent(client, request, session);

    /// <summary>What a request that may not lead to the consent step is refused with; null if it has no need to.</summary>
    public OidcException? RefusalWithoutConsent(Application client, AuthorizationRequest request, Session session)
    {
        if (client.Type is ApplicationType.Native)
        {
            return new OidcException("interaction_required", "native clients require End-User interaction");
        }

        var isCovered = state.Read(tables =>
            tables.Grants.Find(session.Authorizations.GetValueOrDefault(client.Id)?.GrantId) is { } grant
            && !OpenIdScopes(request).Except(Scopes.Split(grant.OpenIdScope)).Any()
            && request.Resources.All(resource => !Granted(tables, request, session.AccountId, resource)
                .Except(Scopes.Split(grant.ResourceScopes.GetValueOrDefault(resource))).Any()));
        return isCovered ? null : new OidcException("consent_required", "requested scopes not granted");
    }


    /// <summary>Grants what was asked for and returns the code.</summary>
    /// <exception cref="OidcException">Nothing that was asked for can be granted.</exception>
    public string Issue(AuthorizationRequest request, Session session)
    {
        var (grant, sid) = state.Write(tables => Grant(tables, request, session));
        var scopes = Scopes.Common(request.Scopes, OpenIdScopes(request).Concat(ResourceScopesOf(grant, request)));
        if (scopes.Count == 0)
        {
            throw new OidcException(
                "access_denied", "authorization request resolved without requesting interactions but no scope was granted");
        }

        var code = new AuthorizationCode
        {
            Value = TokenStore.NewSecret(),
            ClientId = request.ClientId,
            AccountId = session.AccountId,
            GrantId = grant.Id,
            SessionUid = session.Uid,
            RedirectUri = request.RedirectUri,
            Scopes = scopes,
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
