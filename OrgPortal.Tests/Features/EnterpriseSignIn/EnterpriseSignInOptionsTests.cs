using OrgPortal.Web.Features.EnterpriseSignIn;

namespace OrgPortal.Tests.Features.EnterpriseSignIn;

public sealed class EnterpriseSignInOptionsTests
{
    [Fact]
    public void Off_is_what_nobody_has_set() => Assert.Equal(SelfService.Off, new EnterpriseSignInOptions().Offered);

    [Theory]
    [InlineData("off")]
    [InlineData("OIDC")]
    [InlineData("All")]
    public void Words_that_are_known(string word) => Assert.Empty(FailuresOf(new EnterpriseSignInOptions { SelfService = word, Organizations = { "acme12345678" }, TrustedOrigins = { "https://sso.internal:8443" } }));

    [Fact]
    public void What_cannot_be_is_named_with_its_key_and_a_remedy()
    {
        var failures = FailuresOf(new EnterpriseSignInOptions { SelfService = "yes", PerOrganization = 0, Organizations = { "a b" }, TrustedOrigins = { "https://sso.internal/path" } });

        Assert.Equal(4, failures.Count);
        Assert.All((string[])["SelfService is 'yes'", "PerOrganization is 0", "Organizations has 'a b'", "TrustedOrigins has 'https://sso.internal/path'"], words => Assert.Contains(failures, failure => failure.Contains(words, StringComparison.Ordinal)));
        Assert.Equal(SelfService.Off, new EnterpriseSignInOptions { SelfService = "7" }.Offered);
    }

    private static IReadOnlyList<string> FailuresOf(EnterpriseSignInOptions options) => [.. new EnterpriseSignInOptionsValidator().Validate(null, options).Failures ?? []];
}
