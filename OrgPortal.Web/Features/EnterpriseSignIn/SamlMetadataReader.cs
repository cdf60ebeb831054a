using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;
using System.Xml.Linq;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>
/// Reads the metadata of a SAML 2.0 identity provider. No document types and no entities, at most <see cref="MostCharacters"/>; only what was read here goes to Logto, so that two readers of XML
/// cannot understand one document in two ways.
/// </summary>
internal static class SamlMetadataReader
{
    /// <summary>The longest document.</summary>
    public const int MostCharacters = 256 * 1024;

    private const int LongestEntityId = 512;
    private const int LongestUrl = 1024;
    private const string RedirectBinding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
    private const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";

    private static readonly XNamespace Metadata = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static readonly XNamespace Signature = "http://www.w3.org/2000/09/xmldsig#";

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="now">The time: certificates that have ended count for nothing.</param>
    /// <returns>
    /// What it says; else why it cannot be used: <c>metadata_too_long</c>, <c>metadata_not_xml</c>, <c>metadata_many</c>, <c>metadata_no_provider</c>, <c>metadata_no_entity</c>, <c>metadata_ended</c>,
    /// <c>metadata_no_sign_in</c>, <c>metadata_sign_in_not_https</c>, <c>metadata_no_certificate</c>, <c>metadata_bad_certificate</c>, <c>metadata_certificate_ended</c>.
    /// </returns>
    public static (SamlMetadata? Metadata, string? Reason) Read(string text, DateTimeOffset now)
    {
        if (text.Length > MostCharacters)
        {
            return (null, "metadata_too_long");
        }

        if (Parse(text) is not { } root)
        {
            return (null, "metadata_not_xml");
        }

        List<XElement> entities = root.Name == Metadata + "EntityDescriptor" ? [root] : [.. root.Elements(Metadata + "EntityDescriptor")];
        var providers = entities.SelectMany(entity => entity.Elements(Metadata + "IDPSSODescriptor").Where(SpeaksSaml2).Select(provider => (Entity: entity, Provider: provider))).ToList();
        return providers switch
        {
            [] => (null, "metadata_no_provider"),
            [var only] => Read(only.Entity, only.Provider, now),
            _ => (null, "metadata_many"),
        };
    }

    private static (SamlMetadata? Metadata, string? Reason) Read(XElement entity, XElement provider, DateTimeOffset now)
    {
        if (entity.Attribute("entityID")?.Value.Trim() is not { Length: > 0 and <= LongestEntityId } id)
        {
            return (null, "metadata_no_entity");
        }

        if (HasEnded(entity, now) || HasEnded(provider, now))
        {
            return (null, "metadata_ended");
        }

        var signIn = provider.Elements(Metadata + "SingleSignOnService").FirstOrDefault(service => service.Attribute("Binding")?.Value == RedirectBinding)?.Attribute("Location")?.Value.Trim();
        if (!Uri.TryCreate(signIn, UriKind.Absolute, out var url) || signIn.Length > LongestUrl)
        {
            return (null, "metadata_no_sign_in");
        }

        if (url.Scheme != Uri.UriSchemeHttps || url.UserInfo.Length > 0)
        {
            return (null, "metadata_sign_in_not_https");
        }

        var (certificate, endsAt, reason) = ReadCertificate(provider, now);
        return certificate is null ? (null, reason) : (new SamlMetadata(new SamlConnectorSettings(id, url.AbsoluteUri, certificate), endsAt), null);
    }

    // The one that is good for longest, of several.
    private static (string? Certificate, DateTimeOffset EndsAt, string? Reason) ReadCertificate(XElement provider, DateTimeOffset now)
    {
        var texts = provider.Elements(Metadata + "KeyDescriptor")
            .Where(key => key.Attribute("use")?.Value is null or "signing")
            .SelectMany(key => key.Descendants(Signature + "X509Certificate"))
            .Select(element => string.Concat(element.Value.Where(c => !char.IsWhiteSpace(c))))
            .Where(found => found.Length > 0)
            .ToList();
        if (texts.Count == 0)
        {
            return (null, default, "metadata_no_certificate");
        }

        var read = texts.Select(found => (Text: found, EndsAt: EndOf(found))).Where(one => one.EndsAt is not null).OrderByDescending(one => one.EndsAt).ToList();
        return read switch
        {
            [] => (null, default, "metadata_bad_certificate"),
            [var longest, ..] when longest.EndsAt > now => (longest.Text, longest.EndsAt.Value, null),
            _ => (null, default, "metadata_certificate_ended"),
        };
    }

    private static DateTimeOffset? EndOf(string certificate)
    {
        try
        {
            using var read = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(certificate));
            return new DateTimeOffset(read.NotAfter.ToUniversalTime());
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static bool SpeaksSaml2(XElement provider) => provider.Attribute("protocolSupportEnumeration")?.Value.Split(' ').Contains(Protocol) is not false;

    private static bool HasEnded(XElement element, DateTimeOffset now) =>
        element.Attribute("validUntil")?.Value is { } until && (!DateTimeOffset.TryParse(until, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var end) || end <= now);

    private static XElement? Parse(string text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, IgnoreComments = true, IgnoreProcessingInstructions = true };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.Trim()), settings);
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
