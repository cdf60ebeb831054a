using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OrgPortal.Tests.Features.EnterpriseSignIn;

/// <summary>Metadata of a SAML identity provider.</summary>
internal static class SamlSample
{
    public static readonly DateTimeOffset Ends = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A certificate that is good until then, as base64.</summary>
    public static string Certificate(DateTimeOffset? ends = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=idp.acme.example", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), ends ?? Ends);
        return Convert.ToBase64String(certificate.RawData);
    }

    /// <summary>The document.</summary>
    public static string Metadata(
        string entity = "https://idp.acme.example", string signIn = "https://idp.acme.example/sso", string? certificate = null, string attributes = "", string binding = "HTTP-Redirect", string before = "") => $"""
        {before}<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{entity}" {attributes}>
          <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>
              {certificate ?? Certificate()}
            </ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
            <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:{binding}" Location="{signIn}" />
          </md:IDPSSODescriptor>
        </md:EntityDescriptor>
        """;
}
