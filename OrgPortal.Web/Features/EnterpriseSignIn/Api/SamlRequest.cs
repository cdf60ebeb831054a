using System.ComponentModel;

namespace OrgPortal.Web.Features.EnterpriseSignIn.Api;

/// <summary>A SAML provider: one of the two.</summary>
internal sealed record SamlRequest(
    [property: Description("Where its metadata stands.")] string? MetadataUrl = null,
    [property: Description("Its metadata, at most 256 KB.")] string? Metadata = null);
