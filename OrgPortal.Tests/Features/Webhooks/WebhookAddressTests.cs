using System.Globalization;
using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OrgPortal.Tests.Images;
using OrgPortal.Web.Features.Webhooks;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Webhooks;

/// <summary>Which addresses a webhook can have, by how they are written and by where they lead.</summary>
public sealed class WebhookAddressTests
{
    // Where nobody but the portal itself gets to: loopback, private, shared, link-local with what clouds answer there, special, multicast and reserved blocks, at both their ends.
    private static readonly string[] InsideV4 =
    [
        "0.0.0.0", "0.0.0.1", "0.255.255.255", "10.0.0.0", "10.0.0.1", "10.96.0.1", "10.255.255.255", "100.64.0.0", "100.100.100.200", "100.127.255.255", "127.0.0.0", "127.0.0.1", "127.0.1.1",
        "127.255.255.255", "168.63.129.16", "169.254.0.0", "169.254.169.123", "169.254.169.254", "169.254.170.2", "169.254.255.255", "172.16.0.0", "172.17.0.1", "172.31.255.255", "192.0.0.0",
        "192.0.0.170", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.0", "192.168.1.1", "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1",
        "239.255.255.250", "240.0.0.1", "255.255.255.255",
    ];

    private static readonly string[] InsideV6 =
    [
        "::", "::1", "0:0:0:0:0:0:0:1", "100::1", "2001::1", "2001:0:53aa:64c:0:0:80ff:fffe", "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1", "3fff::1", "5f00::1", "fc00::1", "fd00::1",
        "fd00:ec2::254", "fd12:3456:789a:1::1", "fe80::1", "fe80::a9fe:a9fe", "febf::1", "fec0::1", "ff00::1", "ff02::1", "ff02::fb", "ff0e::1",
    ];

    private static readonly string[] InsideNames =
    [
        "localhost", "LOCALHOST", "localhost.", "app.localhost", "printer.local", "vault.internal", "metadata.google.internal", "kubernetes", "db.corp", "wiki.intranet", "nas.lan",
        "router.home", "nas.home.arpa", "files.private", "redis", "hooks.acme.example.", "127.0.0.1.", "10.0.0.1.",
    ];

    private readonly FakePosts _posts = new();

    /// <summary>Each address in each way to write it.</summary>
    private static IReadOnlyList<string> Inside =>
    [
        .. InsideV4.SelectMany(address => Notations(IPAddress.Parse(address).GetAddressBytes())),
        .. InsideV6.Select(address => $"[{address}]"),
        .. InsideNames,
        "127.1", "127.0.1", "0", "0x0", "①②⑦.⓪.⓪.①", "127。0。0。1", "１２７.0.0.1", "0x7f.1", "0177.1", "[::ffff:127.0.0.1]", "[::ffff:0:10.0.0.1]",
    ];

    [Fact]
    public void Nothing_inside_is_an_address_however_it_is_written()
    {
        Assert.True(Inside.Count > 400, $"{Inside.Count}");
        var addresses = Addresses();

        Assert.DoesNotContain(Inside, host => addresses.Read($"https://{host}/hook") is not null);
    }

    [Theory]
    [InlineData("https://hooks.acme.example/in", true)]
    [InlineData("https://hooks.acme.example:443/in?key=1", true)]
    [InlineData("https://bücher.example/", true)]
    [InlineData("https://1.1.1.1/", true)]
    [InlineData("https://[2606:4700::1111]/", true)]
    [InlineData("https://hooks.acme.example:8443/", false)]
    [InlineData("https://hooks.acme.example:22/", false)]
    [InlineData("http://hooks.acme.example/", false)]
    [InlineData("http://localhost:5000/", false)]
    [InlineData("https://name:password@hooks.acme.example/", false)]
    [InlineData("https://hooks.acme.example@127.0.0.1/", false)]
    [InlineData("https://hooks.acme.example/#part", false)]
    [InlineData("ftp://hooks.acme.example/", false)]
    [InlineData("gopher://hooks.acme.example/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("//hooks.acme.example/", false)]
    [InlineData("hooks.acme.example", false)]
    [InlineData("https://", false)]
    [InlineData("https:///in", false)]
    [InlineData("https://hooks.acme.example\u202e/", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Addresses_are_of_the_Internet_over_https(string? text, bool isOne) => Assert.Equal(isOne, Addresses().Read(text) is not null);

    [Fact]
    public void Other_ports_are_for_whoever_runs_the_portal_to_allow()
    {
        var options = new WebhookOptions();
        options.Ports.Add(8443);

        Assert.NotNull(Addresses(options: options).Read("https://hooks.acme.example:8443/"));
        Assert.Null(Addresses(options: options).Read("https://10.0.0.1:8443/"));
    }

    [Fact]
    public void Whoever_develops_receives_on_their_own_machine_and_nobody_else_does()
    {
        var addresses = Addresses(Environments.Development);

        Assert.True(addresses.IsTrusted(addresses.Read("http://localhost:5000/hook")!));
        Assert.True(addresses.IsTrusted(addresses.Read("http://127.0.0.1:5000/hook")!));
        Assert.Null(addresses.Read("http://10.0.0.1/"));
        Assert.Null(addresses.Read("http://hooks.acme.example/"));
        Assert.False(addresses.IsTrusted(addresses.Read("https://hooks.acme.example/")!));
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_refused_when_it_is_saved()
    {
        _posts.Inside.Add("rebinding.example");

        Assert.Equal("no_public_address", Assert.Single(Assert.IsType<Invalid>((await Addresses().CheckAsync("https://rebinding.example/")).Failure).Fields).Reason);
        Assert.Equal("https://hooks.acme.example/", (await Addresses().CheckAsync("https://HOOKS.acme.example")).Value.AbsoluteUri);
    }

    // Decimal, hexadecimal and octal, whole and in parts; inside of IPv6: mapped, compatible, translated, 6to4, and by the translators' well-known prefixes.
    private static IEnumerable<string> Notations(byte[] bytes)
    {
        var number = (uint)(bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3]);
        var (high, low) = ((bytes[0] << 8 | bytes[1]).ToString("x", CultureInfo.InvariantCulture), (bytes[2] << 8 | bytes[3]).ToString("x", CultureInfo.InvariantCulture));
        return
        [
            string.Join('.', bytes),
            number.ToString(CultureInfo.InvariantCulture),
            "0x" + number.ToString("x8", CultureInfo.InvariantCulture),
            "0" + Convert.ToString(number, 8),
            string.Join('.', bytes.Select(part => "0x" + part.ToString("x", CultureInfo.InvariantCulture))),
            string.Join('.', bytes.Select(part => "0" + Convert.ToString(part, 8))),
            $"{bytes[0]}.{number & 0xffffff}",
            $"[::ffff:{high}:{low}]",
            $"[::{high}:{low}]",
            $"[::ffff:0:{high}:{low}]",
            $"[2002:{high}:{low}::1]",
            $"[64:ff9b::{high}:{low}]",
            $"[64:ff9b:1::{high}:{low}]",
        ];
    }

    private WebhookAddress Addresses(string environment = "Production", WebhookOptions? options = null) =>
        new(Options.Create(options ?? new WebhookOptions()), new FakeEnvironment(environment), _posts);
}
