using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>What the store's row of a connection means, and its words.</summary>
internal static class ConnectionStates
{
    /// <summary>It is being made; a connector may be in Logto, found by its name while its id is not known.</summary>
    public const string Making = "making";

    /// <summary>Its connector is there, and closed to everybody but whoever tests it.</summary>
    public const string Draft = "draft";

    /// <summary>Open.</summary>
    public const string Active = "active";

    /// <summary>To be deleted in Logto; the row goes after that.</summary>
    public const string Ending = "ending";

    /// <summary><see cref="ConnectionKind.Oidc"/>, as it is stored.</summary>
    public const string Oidc = "oidc";

    /// <summary><see cref="ConnectionKind.Saml"/>, as it is stored.</summary>
    public const string Saml = "saml";

    private const char Separator = ' ';
    private const int MarkLength = 12;

    /// <summary>The organization.</summary>
    public static OrganizationId Organization(this OrganizationConnector row) => OrganizationId.Parse(row.OrganizationId, null);

    /// <summary>The domains that were chosen.</summary>
    public static IReadOnlyList<string> DomainNames(this OrganizationConnector row) => row.Domains.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Domains in one text.</summary>
    public static string Join(IEnumerable<string> domains) => string.Join(Separator, domains);

    /// <summary>Whether it has settings.</summary>
    public static bool IsConfigured(this OrganizationConnector row) => row.Provider is not null;

    /// <summary>What it speaks.</summary>
    public static ConnectionKind KindOf(OrganizationConnector row) => row.Kind == Saml ? ConnectionKind.Saml : ConnectionKind.Oidc;

    /// <summary>What a connector of Logto's speaks.</summary>
    public static ConnectionKind KindOf(SsoConnector connector) => connector.ProviderName switch
    {
        SsoProviders.Oidc => ConnectionKind.Oidc,
        SsoProviders.Saml => ConnectionKind.Saml,
        SsoProviders.Entra or SsoProviders.EntraOidc => ConnectionKind.Entra,
        SsoProviders.Google => ConnectionKind.Google,
        SsoProviders.Okta => ConnectionKind.Okta,
        _ => ConnectionKind.Other,
    };

    /// <summary>
    /// What the connector is called in Logto: as the organization calls it, with a mark of the row. Names are unique in the tenant, and two organizations may call theirs the same;
    /// and where Logto's answer is lost, the mark finds what was made.
    /// </summary>
    public static string LogtoNameOf(OrganizationConnector row) => $"{row.Name} ({MarkOf(row)})";

    /// <summary>Whether a connector of Logto's is the row's, by its name.</summary>
    public static bool IsMarkOf(OrganizationConnector row, SsoConnector connector) => connector.ConnectorName.EndsWith($"({MarkOf(row)})", StringComparison.Ordinal);

    /// <summary>
    /// A domain at which nobody has an address. Logto offers a connector without domains to nobody, not even for a test; with the real ones it would send everybody through it at once.
    /// </summary>
    public static string StandInDomain(string connector) => $"{connector}.invalid";

    private static string MarkOf(OrganizationConnector row) => row.Id.ToString("N")[..MarkLength];
}
