using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>What a SAML provider's metadata says, as far as it is needed.</summary>
/// <param name="Settings">What Logto needs.</param>
/// <param name="CertificateEndsAt">Until when the certificate is good.</param>
internal sealed record SamlMetadata(SamlConnectorSettings Settings, DateTimeOffset CertificateEndsAt);
