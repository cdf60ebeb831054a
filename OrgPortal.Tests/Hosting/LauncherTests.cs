using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Tests.Hosting;

[Collection(nameof(ConsoleCollection))]
public sealed class LauncherTests
{
    [Fact]
    public async Task A_taken_port_of_the_portal_is_one_sentence_and_exit_code_one()
    {
        using var taken = Listen(out var port);

        var (code, words) = await RunAsync("--urls", $"http://localhost:{port}", "--EmbeddedLogto:Url", $"http://localhost:{FreePort()}");

        Assert.Equal(1, code);
        Assert.Contains($"The portal cannot listen on http://localhost:{port}: the port is in use.", words, StringComparison.Ordinal);
        Assert.Contains("set Urls to another address", words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_of_the_embedded_logto_is_one_sentence_and_exit_code_one()
    {
        using var taken = Listen(out var port);

        var (code, words) = await RunAsync("--urls", $"http://localhost:{FreePort()}", "--EmbeddedLogto:Url", $"http://localhost:{port}");

        Assert.Equal(1, code);
        Assert.Contains($"The embedded Logto cannot listen on http://localhost:{port}: the port is in use.", words, StringComparison.Ordinal);
        Assert.Contains("set EmbeddedLogto:Url to another address", words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_there_is_unhealthy()
    {
        var code = await Launcher.RunAsync(["--health", "--urls", $"http://localhost:{FreePort()}"]);

        Assert.Equal(1, code);
    }

    [Theory]
    [InlineData("http://+:8080", "http://localhost:8080/")]
    [InlineData("http://*:8080;https://*:8443", "http://localhost:8080/ https://localhost:8443/")]
    [InlineData("http://0.0.0.0:80", "http://localhost/")]
    [InlineData("http://[::]:8080", "http://localhost:8080/")]
    [InlineData("nonsense", "")]
    [InlineData("", "")]
    public void Listen_addresses_are_read_as_addresses_that_can_be_opened(string urls, string expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Urls", urls)]).Build();

        Assert.Equal(expected, string.Join(' ', ListenAddresses.Read(configuration)));
    }

    private static async Task<(int Code, string Words)> RunAsync(params string[] args)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var words = new StringWriter();
        Console.SetOut(words);
        Console.SetError(words);
        try
        {
            return (await Launcher.RunAsync(["--environment", "Development", .. args]), words.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    private static TcpListener Listen(out int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return listener;
    }

    private static int FreePort()
    {
        using var listener = Listen(out var port);
        return port;
    }
}
