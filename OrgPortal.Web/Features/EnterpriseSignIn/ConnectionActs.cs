using OrgPortal.Web.Audit;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>Acts on connections, as they go on record: never with a secret.</summary>
internal static class ConnectionActs
{
    private const string Kind = "connection";

    /// <summary>An act on a connection, or on one that is about to be made.</summary>
    public static AuditAct Of(string action, OrganizationConnector row, object? before = null, object? after = null) =>
        new(action, row.Organization(), Kind, row.ConnectorId, row.Name, before, after);

    /// <summary>Its settings.</summary>
    public static object? Describe(OrganizationConnector row) => row.IsConfigured() ? Describe(row.Provider, row.ClientId, row.SignInUrl) : null;

    /// <summary>Settings.</summary>
    public static object Describe(string? provider, string? clientId, string? signInUrl) => new { provider, clientId, signInUrl };
}
