namespace OrgPortal.LogtoEmulator.State;

/// <summary>What applications do that the authorization server and the Management API share.</summary>
internal static class ApplicationOperations
{
    /// <summary>
    /// Registers a portal's addresses with a client: the callbacks of sign-in and sign-out under
    /// <paramref name="portalUrl"/>, and the back-channel logout if the client has none yet.
    /// </summary>
    public static void AllowPortalAt(this LogtoTables tables, string clientId, string portalUrl)
    {
        var application = tables.Applications.Find(clientId) ?? throw Refusals.NotFound();
        var metadata = application.OidcClientMetadata;
        var root = portalUrl.TrimEnd('/');
        tables.Applications.Put(application with
        {
            OidcClientMetadata = metadata with
            {
                RedirectUris = [.. metadata.RedirectUris.Append($"{root}/signin-oidc").Distinct()],
                PostLogoutRedirectUris =
                    [.. metadata.PostLogoutRedirectUris.Append($"{root}/signout-callback-oidc").Distinct()],
                BackchannelLogoutUri = metadata.BackchannelLogoutUri ?? $"{root}/backchannel-logout",
                BackchannelLogoutSessionRequired = true,
            },
        });
    }

    /// <summary>The names of a resource's scopes an application has through its tenant-wide roles.</summary>
    public static string[] ResourceScopesOfApplication(this LogtoTables tables, string applicationId, string indicator) =>
        tables.Applications.Find(applicationId) is { } application
            ? tables.ResourceScopeNames(indicator, tables.ScopeIdsOfRoles(application.RoleIds))
            : [];

    /// <summary>Removes an application with its memberships, sessions' authorizations and grants.</summary>
    public static void DeleteApplication(this LogtoTables tables, string applicationId)
    {
        if (!tables.Applications.Remove(applicationId))
        {
            throw Refusals.NoSuchId("applications", applicationId);
        }

        tables.ApplicationMembers.RemoveMember(applicationId);
        tables.Grants.RemoveWhere(grant => grant.ClientId == applicationId);
        tables.Sessions.ChangeAll(session => session.Authorizations.ContainsKey(applicationId)
            ? session with { Authorizations = session.Authorizations.Remove(applicationId) }
            : session);
    }
}
