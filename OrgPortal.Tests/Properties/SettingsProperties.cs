using CsCheck;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Builder;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Properties;

public sealed class SettingsProperties
{
    private static readonly Gen<string> Addresses = Gen.OneOf<string>(
        Texts.Any(), Texts.Near("https://portal.example", "http://localhost:5080", "https://user:secret@portal.example", "https://portal.example/path?x#y", "http://[::1]:80", "https://portal.example:99999"));

    private static readonly IHostEnvironment Production = new Environment();

    [Fact]
    public void An_accepted_public_address_is_one_that_cookies_may_travel_to() => Cases.Check(Addresses, text =>
    {
        var options = new PortalOptions { PublicUrl = text };
        var judged = new PortalOptionsValidator(Production).Validate(null, options);
        if (judged.Failed)
        {
            Assert.True(!text.Contains('@') || !judged.Failures.Any(failure => failure.Contains(text, StringComparison.Ordinal)));
            return;
        }

        var address = new PortalAddress(Options.Create(options), new ConfigurationBuilder().Build());

        Assert.True(address.IsConfigured);
        Assert.True(address.IsHttps || address.Origin.IsLoopback);
        Assert.Equal("/", address.Origin.PathAndQuery + address.Origin.Fragment);
        Assert.Equal(string.Empty, address.Origin.UserInfo);
        Assert.Equal(address.Origin.Authority, address.Of("/x").Authority);
    });

    [Fact]
    public void An_accepted_proxy_is_one_that_headers_can_be_believed_of() => Cases.Check(
        Gen.OneOf<string>(Texts.Any(20), Texts.Near("10.0.0.5", "10.0.0.0/8", "::1", "fd00::/8", "0.0.0.0/0", "10.0.0.1/8")),
        text =>
        {
            var options = new PortalOptions { PublicUrl = "https://portal.example", TrustedProxies = { text } };
            if (new PortalOptionsValidator(Production).Validate(null, options).Failed)
            {
                return;
            }

            var headers = new ForwardedHeadersOptions();
            new ForwardedHeadersSetup(Options.Create(options)).Configure(headers);

            Assert.Equal(1, headers.KnownProxies.Count + headers.KnownIPNetworks.Count);
            Assert.Equal(ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, headers.ForwardedHeaders);
        });

    [Fact]
    public void What_is_wrong_with_logtos_settings_is_said_without_secrets() => Cases.Check(Gen.Select(Addresses, Texts.Any(12), Texts.Any(12)), settings =>
    {
        var (endpoint, id, resource) = settings;
        var url = endpoint.All(char.IsAscii) && Uri.TryCreate(endpoint, UriKind.RelativeOrAbsolute, out var read) ? read : null;
        var options = new LogtoOptions { Endpoint = url };
        (options.Web.ClientId, options.Web.ClientSecret) = (id, "the-web-secret");
        (options.Management.ClientId, options.Management.ClientSecret, options.Management.Resource) = (id, "the-management-secret", resource);

        var judged = new LogtoOptionsValidator(Production).Validate(null, options);

        // One application for both is always wrong.
        Assert.True(judged.Failed);
        Assert.DoesNotContain(judged.Failures!, failure => failure.Contains("the-web-secret", StringComparison.Ordinal) || failure.Contains("the-management-secret", StringComparison.Ordinal));
        // As it stands in an address: "user" alone is a word of the sentence that refuses it.
        Assert.True(url is not { IsAbsoluteUri: true, UserInfo.Length: > 0 } || !judged.Failures!.Any(failure => failure.Contains(url.UserInfo + "@", StringComparison.Ordinal)));
    });

    [Fact]
    public void The_addresses_to_listen_on_are_read_or_named() => Cases.Check(Gen.OneOf<string>(Addresses, Texts.Near("http://+:80;http://*:81", "http://0.0.0.0:80;https://[::]:443", "http://unix:/run/portal.sock")), text =>
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("urls", text)]).Build();

        Assert.All(ListenAddresses.Read(configuration), url => Assert.True(url.Scheme is "http" or "https"));
        Assert.All(ListenAddresses.Unreadable(configuration), unreadable => Assert.Contains(unreadable, text, StringComparison.Ordinal));
    });

    private sealed class Environment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";

        public string ApplicationName { get; set; } = "OrgPortal";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
