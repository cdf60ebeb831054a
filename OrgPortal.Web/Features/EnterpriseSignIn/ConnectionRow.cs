namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>A connection to an identity provider.</summary>
/// <param name="Id">Names it; <see langword="null"/> for one that was set up in Logto itself.</param>
/// <param name="ConnectorId">The connector's id in Logto.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What the provider speaks.</param>
/// <param name="State">How far it is.</param>
/// <param name="Domains">Whoever signs in with an address of these is sent through it; for a draft, those that were chosen.</param>
/// <param name="IsConfigured">Whether it has settings.</param>
/// <param name="TestedAt">When a test sign-in through these settings succeeded; <see langword="null"/> when none has.</param>
/// <param name="CertificateEndsAt">Until when SAML's certificate is good, where the portal knows.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">What whoever made it was called.</param>
public sealed record ConnectionRow(
    Guid? Id,
    string ConnectorId,
    string Name,
    ConnectionKind Kind,
    ConnectionState State,
    IReadOnlyList<string> Domains,
    bool IsConfigured = true,
    DateTimeOffset? TestedAt = null,
    DateTimeOffset? CertificateEndsAt = null,
    DateTimeOffset? CreatedAt = null,
    string? CreatedBy = null)
{
    /// <summary>Whether people who sign in through it become members.</summary>
    public bool IsConnected => State is ConnectionState.Active or ConnectionState.Provided;
}
