using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Images;
using OrgPortal.Web.Outbound;

namespace OrgPortal.Tests.Outbound;

public sealed class DocumentFetcherTests : IAsyncLifetime
{
    private PictureHost _host = null!;

    public async Task InitializeAsync() => _host = await PictureHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task What_stands_at_an_inside_address_is_read_only_where_the_deployer_named_it()
    {
        var address = new Uri(_host.Answer("/a.json", context => context.Response.WriteAsync("{}")));

        Assert.Equal(FetchOutcome.NotAllowed, (await Fetcher().FetchAsync(address, [])).Outcome);
        Assert.Equal(0, _host.Requests);
        Assert.Equal("{}"u8.ToArray(), (await Fetcher().FetchAsync(address, [_host.Address.GetLeftPart(UriPartial.Authority)])).Bytes);
    }

    [Theory]
    [InlineData("https://127.0.0.1/a")]
    [InlineData("https://[::1]/a")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://inside.example/a")]
    public async Task A_host_that_is_inside_is_not_asked(string address)
    {
        var fetcher = Fetcher((host, cancellationToken) => host == "inside.example" ? Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.7")]) : Dns.GetHostAddressesAsync(host, cancellationToken));

        Assert.Equal(FetchOutcome.Inside, (await fetcher.FetchAsync(new Uri(address), [])).Outcome);
    }

    [Theory]
    [InlineData("http://idp.example/a")]
    [InlineData("https://idp.example:8443/a")]
    [InlineData("https://user@idp.example/a")]
    [InlineData("file:///etc/passwd")]
    public async Task An_address_of_another_kind_is_not_even_looked_up(string address)
    {
        var fetcher = Fetcher((_, _) => throw new InvalidOperationException("Nobody needs to look anything up."));

        Assert.Equal(FetchOutcome.NotAllowed, (await fetcher.FetchAsync(new Uri(address), [])).Outcome);
    }

    [Fact]
    public async Task A_redirect_an_error_and_too_much_are_no_documents()
    {
        string[] trusted = [_host.Address.GetLeftPart(UriPartial.Authority)];
        var redirect = new Uri(_host.Answer("/redirect", context => Task.FromResult(context.Response.Headers.Location = "/a.json").ContinueWith(_ => context.Response.StatusCode = 302, TaskScheduler.Default)));
        var large = new Uri(_host.Answer("/large", context => context.Response.WriteAsync(new string('x', DocumentFetcher.MostBytes + 1))));

        Assert.Equal(FetchOutcome.Refused, (await Fetcher().FetchAsync(redirect, trusted)).Outcome);
        Assert.Equal(FetchOutcome.Refused, (await Fetcher().FetchAsync(new Uri(_host.At("/missing")), trusted)).Outcome);
        Assert.Equal(FetchOutcome.TooLarge, (await Fetcher().FetchAsync(large, trusted)).Outcome);
    }

    private static DocumentFetcher Fetcher(HostLookup? lookup = null) => new(new GuardedConnections(lookup ?? Dns.GetHostAddressesAsync), new FakeTimeProvider());
}
