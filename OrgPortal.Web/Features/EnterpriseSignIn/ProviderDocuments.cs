using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Outbound;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>Reads what identity providers say of themselves, and says what is wrong with it. Nothing of a document that cannot be used is shown, but for the issuer that it names.</summary>
internal sealed class ProviderDocuments(IDocumentFetcher fetcher, IOptions<EnterpriseSignInOptions> options, TimeProvider time)
{
    private const int LongestIssuer = 512;
    private const int LongestName = 256;

    /// <summary>Who an OpenID Connect provider is, if its discovery document can be used.</summary>
    /// <returns>The settings; else <see cref="Invalid"/> with the field and the reason, or <see cref="RefusalReasons.IssuerMismatch"/> with the issuer that the document names.</returns>
    public async Task<Result<OidcConnectorSettings>> ReadAsync(OidcForm form)
    {
        var (issuer, client) = (form.Issuer.Trim().TrimEnd('/'), form.ClientId.Trim());
        if (Refuse(issuer, client, form.ClientSecret) is { } wrong)
        {
            return wrong;
        }

        // Exactly where Logto looks for it.
        var found = await fetcher.FetchAsync(new Uri(issuer + "/.well-known/openid-configuration"), [.. options.Value.TrustedOrigins]);
        if (found.Outcome != FetchOutcome.Found)
        {
            return new Invalid("issuer", ReasonOf(found.Outcome, "issuer_not_found"));
        }

        var failure = Judge(found.Bytes, issuer);
        return failure is null ? new OidcConnectorSettings(issuer, client, string.IsNullOrWhiteSpace(form.ClientSecret) ? null : form.ClientSecret.Trim()) : failure;
    }

    /// <summary>What a SAML provider's metadata says.</summary>
    public async Task<Result<SamlMetadata>> ReadAsync(SamlForm form)
    {
        var field = string.IsNullOrWhiteSpace(form.MetadataUrl) ? "metadata" : "metadataUrl";
        var text = form.Metadata;
        if (!string.IsNullOrWhiteSpace(form.MetadataUrl))
        {
            if (!Uri.TryCreate(form.MetadataUrl.Trim(), UriKind.Absolute, out var address) || form.MetadataUrl.Length > LongestIssuer * 2)
            {
                return new Invalid(field, "url_format");
            }

            var found = await fetcher.FetchAsync(address, [.. options.Value.TrustedOrigins]);
            if (found.Outcome != FetchOutcome.Found)
            {
                return new Invalid(field, ReasonOf(found.Outcome, "metadata_not_found"));
            }

            text = Encoding.UTF8.GetString(found.Bytes).TrimStart('\uFEFF');
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new Invalid(field, "required");
        }

        var (metadata, reason) = SamlMetadataReader.Read(text, time.GetUtcNow());
        return metadata is null ? new Invalid(field, reason!) : metadata;
    }

    private Invalid? Refuse(string issuer, string client, string? secret)
    {
        List<FieldFailure> wrong = [];
        if (issuer.Length == 0)
        {
            wrong.Add(new FieldFailure("issuer", "required"));
        }
        else if (issuer.Length > LongestIssuer || !Uri.TryCreate(issuer, UriKind.Absolute, out var url) || url.Query.Length > 0 || url.Fragment.Length > 0 || url.Host.Length == 0)
        {
            wrong.Add(new FieldFailure("issuer", "url_format"));
        }
        else if (url.Scheme != Uri.UriSchemeHttps && !options.Value.TrustedOrigins.Select(origin => new Uri(origin)).Any(origin => origin.Scheme == url.Scheme && origin.Authority == url.Authority))
        {
            wrong.Add(new FieldFailure("issuer", "https_required"));
        }

        if (client.Length is 0 or > LongestName)
        {
            wrong.Add(new FieldFailure("clientId", client.Length == 0 ? "required" : "too_long"));
        }

        if (secret is { Length: > LongestName * 4 })
        {
            wrong.Add(new FieldFailure("clientSecret", "too_long"));
        }

        return wrong.Count == 0 ? null : new Invalid(wrong);
    }

    private Failure? Judge(byte[] document, string issuer)
    {
        if (Parse(document) is not { } root)
        {
            return new Invalid("issuer", "issuer_no_document");
        }

        var named = Text(root, "issuer");
        if (named is null)
        {
            return new Invalid("issuer", "issuer_no_document");
        }

        if (named.TrimEnd('/') != issuer)
        {
            return new Refused(RefusalReasons.IssuerMismatch, named.Length <= LongestIssuer && !named.Any(char.IsControl) ? named : null);
        }

        foreach (var key in (string[])["authorization_endpoint", "token_endpoint", "jwks_uri"])
        {
            if (Text(root, key) is not { } endpoint)
            {
                return new Invalid("issuer", $"no_{key}");
            }

            if (!IsGood(endpoint))
            {
                return new Invalid("issuer", "endpoint_not_https");
            }
        }

        return null;
    }

    private bool IsGood(string endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || options.Value.TrustedOrigins.Select(origin => new Uri(origin)).Any(origin => origin.Scheme == url.Scheme && origin.Authority == url.Authority));

    private static JsonElement? Parse(byte[] document)
    {
        try
        {
            using var read = JsonDocument.Parse(document);
            return read.RootElement.ValueKind == JsonValueKind.Object ? read.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string key) => root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string ReasonOf(FetchOutcome outcome, string notFound) => outcome switch
    {
        FetchOutcome.NotAllowed => "https_443_required",
        // That there is something inside is not told apart from that there is nothing at all.
        FetchOutcome.Inside or FetchOutcome.Unreachable => "host_not_reached",
        FetchOutcome.TooLarge => "document_too_large",
        _ => notFound,
    };
}
