namespace OrgPortal.Web.Store;

/// <summary>
/// A connection to an identity provider that an organization set up, and how far that is. Connectors belong to the whole tenant in Logto: what is not here is
/// nobody's that the portal may touch. Holds no secret.
/// </summary>
public sealed class OrganizationConnector
{
    /// <summary>Characters of a name.</summary>
    public const int LongestName = 60;

    /// <summary>Names it in the portal; also stands in the connector's name in Logto, by which it is found when its id was lost.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is, for ever.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>The connector in Logto; <see langword="null"/> until Logto has told it. No two rows have the same.</summary>
    public string? ConnectorId { get; set; }

    /// <summary>What the organization calls it.</summary>
    public required string Name { get; init; }

    /// <summary><c>oidc</c> or <c>saml</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>making</c>, <c>draft</c>, <c>active</c>, <c>ending</c>.</summary>
    public required string State { get; set; }

    /// <summary>The issuer, or SAML's entity id; <see langword="null"/> before there are settings.</summary>
    public string? Provider { get; set; }

    /// <summary>OpenID Connect: what Logto is called at the identity provider.</summary>
    public string? ClientId { get; set; }

    /// <summary>SAML: where people sign in.</summary>
    public string? SignInUrl { get; set; }

    /// <summary>SAML: until when the certificate is good.</summary>
    public DateTimeOffset? CertificateEndsAt { get; set; }

    /// <summary>The domains that were chosen, with spaces between them.</summary>
    public string Domains { get; set; } = string.Empty;

    /// <summary>Which test sign-in is under way, or was the last.</summary>
    public Guid? TrialId { get; set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset? TrialBegunAt { get; set; }

    /// <summary>When it came back; <see langword="null"/> while it has not. Settings that change make it as if there had been none.</summary>
    public DateTimeOffset? TrialEndedAt { get; set; }

    /// <summary>What came of it, in snake_case.</summary>
    public string? TrialFound { get; set; }

    /// <summary>The address of whoever signed in.</summary>
    public string? TrialAddress { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it.</summary>
    public required string CreatedById { get; init; }

    /// <summary>What that person was called.</summary>
    public string? CreatedByName { get; init; }

    /// <summary>When it was last changed: what is half done for long was broken off.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>When the portal looks next whether its organization is still there.</summary>
    public required DateTimeOffset NextLookAt { get; set; }
}
