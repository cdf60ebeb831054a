using OrgPortal.Web.Product;

namespace OrgPortal.Tests.Product;

public sealed class ProductOptionsValidatorTests
{
    [Fact]
    public void Nothing_need_be_set() => Assert.Empty(Failures(new ProductOptions()));

    [Fact]
    public void Everything_may_be_set() => Assert.Empty(Failures(new ProductOptions
    {
        Name = "Acme Cloud",
        Url = "https://app.example.com/o/{organizationId}",
        HomeUrl = "https://app.example.com/start",
        Organizations = { ["abc123"] = "https://white.example.net/?o={organizationId}" },
        ReturnTo = { "https://app.example.com", "http://localhost:3000", "https://example.com/app" },
    }));

    [Theory]
    [InlineData("http://app.example.com", "no address")]
    [InlineData("app.example.com", "no address")]
    [InlineData("https://{organizationId}.example.com", "in its host")]
    [InlineData("https://app.example.com/{organization}", "no address")]
    [InlineData("https://b\u00FCcher.example", "no address")]
    [InlineData("javascript:alert(1)", "no address")]
    public void An_address_that_is_none_is_named_with_what_to_do(string url, string expected)
    {
        var failure = Assert.Single(Failures(new ProductOptions { Url = url }));

        Assert.StartsWith("Portal:Product:Url", failure, StringComparison.Ordinal);
        Assert.Contains(expected, failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_in_an_address_is_not_repeated() =>
        Assert.All(Failures(new ProductOptions { Url = "https://user:secret@app.example.com", HomeUrl = "https://user:secret@app.example.com", ReturnTo = { "https://user:secret@app.example.com" } }), failure => Assert.DoesNotContain("secret", failure, StringComparison.Ordinal));

    [Theory]
    [InlineData("*")]
    [InlineData("https://*.example.com")]
    [InlineData("https://app.example.com/?x=1")]
    [InlineData("https://app.example.com/a%2fb")]
    [InlineData("//app.example.com")]
    [InlineData("")]
    public void A_place_that_cannot_be_allowed_is_named(string place) =>
        Assert.StartsWith($"Portal:Product:ReturnTo contains '{place}'", Assert.Single(Failures(new ProductOptions { ReturnTo = { place } })), StringComparison.Ordinal);

    [Fact]
    public void An_organization_is_named_by_its_id() =>
        Assert.Contains("no organization's id", Assert.Single(Failures(new ProductOptions { Organizations = { ["Acme Inc."] = "https://acme.example.net" } })), StringComparison.Ordinal);

    [Fact]
    public void A_name_stands_in_links() => Assert.Single(Failures(new ProductOptions { Name = new string('a', 61) }));

    private static IEnumerable<string> Failures(ProductOptions options) => new ProductOptionsValidator().Validate(null, options).Failures ?? [];
}
