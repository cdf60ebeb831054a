using OrgPortal.Web.Features.EnterpriseSignIn;
using OrgPortal.Web.Outbound;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.EnterpriseSignIn;

/// <summary>What is said about an identity provider whose documents cannot be used.</summary>
public sealed class ProviderDocumentsTests : IDisposable
{
    private const string At = ConnectionHouse.Issuer + "/.well-known/openid-configuration";

    private readonly ConnectionHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("", "required")]
    [InlineData("acme", "url_format")]
    [InlineData("https://login.acme.example?x=1", "url_format")]
    [InlineData("http://login.acme.example", "https_required")]
    [InlineData("https://nobody.example", "issuer_not_found")]
    public async Task An_issuer_that_cannot_be(string issuer, string reason) => Assert.Equal(reason, await ReasonAsync(issuer));

    [Theory]
    [InlineData("not json", "issuer_no_document")]
    [InlineData("[]", "issuer_no_document")]
    [InlineData("{}", "issuer_no_document")]
    public async Task A_document_that_is_none(string document, string reason)
    {
        _house.Documents.Put(At, document);

        Assert.Equal(reason, await ReasonAsync());
    }

    [Theory]
    [InlineData("authorization_endpoint")]
    [InlineData("token_endpoint")]
    [InlineData("jwks_uri")]
    public async Task A_document_that_lacks_an_endpoint(string without)
    {
        _house.Documents.Put(At, ConnectionHouse.Discovery(without: without));

        Assert.Equal("no_" + without, await ReasonAsync());
    }

    [Fact]
    public async Task A_document_with_an_endpoint_in_the_clear_or_of_another_issuer()
    {
        _house.Documents.Put(At, ConnectionHouse.Discovery(scheme: "http"));
        Assert.Equal("endpoint_not_https", await ReasonAsync());

        _house.Documents.Put(At, ConnectionHouse.Discovery("https://evil.example"));
        Assert.Equal(new Refused(RefusalReasons.IssuerMismatch, "https://evil.example"), (await Reader.ReadAsync(new OidcForm(ConnectionHouse.Issuer, "a", "b"))).Failure);
    }

    [Theory]
    [InlineData((int)FetchOutcome.NotAllowed, "https_443_required")]
    [InlineData((int)FetchOutcome.Inside, "host_not_reached")]
    [InlineData((int)FetchOutcome.Unreachable, "host_not_reached")]
    [InlineData((int)FetchOutcome.TooLarge, "document_too_large")]
    public async Task An_address_that_is_not_asked_or_does_not_answer(int outcome, string reason)
    {
        _house.Documents.Documents[At] = FetchedDocument.None((FetchOutcome)outcome);

        Assert.Equal(reason, await ReasonAsync());
    }

    public static TheoryData<string, string> BadMetadata => new()
    {
        { "<a", "metadata_not_xml" },
        { SamlSample.Metadata(before: "<!DOCTYPE x [<!ENTITY e \"x\">]>"), "metadata_not_xml" },
        { "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"a\" />", "metadata_no_provider" },
        { $"<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">{SamlSample.Metadata()}{SamlSample.Metadata()}</md:EntitiesDescriptor>", "metadata_many" },
        { SamlSample.Metadata(entity: " "), "metadata_no_entity" },
        { SamlSample.Metadata(attributes: "validUntil=\"2020-01-01T00:00:00Z\""), "metadata_ended" },
        { SamlSample.Metadata(binding: "HTTP-POST"), "metadata_no_sign_in" },
        { SamlSample.Metadata(signIn: "http://idp.acme.example/sso"), "metadata_sign_in_not_https" },
        { SamlSample.Metadata(certificate: " "), "metadata_no_certificate" },
        { SamlSample.Metadata(certificate: "AAAA"), "metadata_bad_certificate" },
        { SamlSample.Metadata(certificate: SamlSample.Certificate(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero))), "metadata_certificate_ended" },
        { new string(' ', SamlMetadataReader.MostCharacters + 1), "metadata_too_long" },
    };

    [Theory, MemberData(nameof(BadMetadata))]
    public void Metadata_that_cannot_be_used_says_why(string metadata, string reason) => Assert.Equal((null, reason), SamlMetadataReader.Read(metadata, _house.Clock.GetUtcNow()));

    [Fact]
    public void Of_several_certificates_the_one_that_is_good_for_longest_counts()
    {
        var (old, current) = (SamlSample.Certificate(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)), SamlSample.Certificate());

        var (read, _) = SamlMetadataReader.Read(SamlSample.Metadata(certificate: $"{old}</ds:X509Certificate><ds:X509Certificate>{current}"), _house.Clock.GetUtcNow());

        Assert.Equal((current, SamlSample.Ends), (read!.Settings.X509Certificate, read.CertificateEndsAt));
    }

    private ProviderDocuments Reader => _house.Get<ProviderDocuments>();

    private async Task<string> ReasonAsync(string issuer = ConnectionHouse.Issuer) =>
        Assert.Single(Assert.IsType<Invalid>((await Reader.ReadAsync(new OidcForm(issuer, "logto", "secret"))).Failure).Fields).Reason;
}
