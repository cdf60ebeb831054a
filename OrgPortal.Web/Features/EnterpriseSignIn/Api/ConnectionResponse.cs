using System.ComponentModel;

namespace OrgPortal.Web.Features.EnterpriseSignIn.Api;

/// <summary>A connection to an identity provider.</summary>
internal sealed record ConnectionResponse(
    [property: Description("Names it; null for one that was set up in Logto itself, which nothing can be done with.")] Guid? Id,
    [property: Description("The connector's id in Logto.")] string ConnectorId,
    [property: Description("What it is called.")] string Name,
    [property: Description("oidc, saml, entra, google, okta, or other.")] ConnectionKind Kind,
    [property: Description("draft: nobody is sent through it; active; withdrawn: taken out of the organization in Logto itself; ending: being deleted; provided: set up in Logto itself.")] ConnectionState State,
    [property: Description("Whoever signs in with an address of these is sent through it; of a draft, those that were chosen.")] IReadOnlyList<string> Domains,
    [property: Description("Whether people who sign in through it become members.")] bool IsConnected,
    [property: Description("Whether it has settings.")] bool IsConfigured,
    [property: Description("When a test sign-in with these settings succeeded.")] DateTimeOffset? TestedAt,
    [property: Description("Until when SAML's certificate is good.")] DateTimeOffset? CertificateEndsAt,
    [property: Description("When it was made.")] DateTimeOffset? CreatedAt,
    [property: Description("What whoever made it was called.")] string? CreatedBy)
{
    /// <summary>Maps it.</summary>
    public static ConnectionResponse From(ConnectionRow row) =>
        new(row.Id, row.ConnectorId, row.Name, row.Kind, row.State, row.Domains, row.IsConnected, row.IsConfigured, row.TestedAt, row.CertificateEndsAt, row.CreatedAt, row.CreatedBy);
}
