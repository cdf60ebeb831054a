namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>A SAML provider, by its metadata: one of the two.</summary>
/// <param name="MetadataUrl">Where it stands.</param>
/// <param name="Metadata">The document itself.</param>
public sealed record SamlForm(string? MetadataUrl, string? Metadata);
