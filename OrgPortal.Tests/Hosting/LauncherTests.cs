using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Tests.Hosting;

[Collection(nameof(ConsoleCollection))]
public sealed class LauncherTests
{
    [Fact]
    public async Task A_taken_port_of_the_portal_is_one_sentence_and_exit_code_one()
    {
        using var taken = Listen(out var port);

        var (code, words) = await RunAsync("--urls", $"http://localhost:{port}", "--EmbeddedLogto:Url", $"http://localhost:{FreePort.Next()}");

        Assert.Equal(1, code);
        Assert.Contains($"The portal cannot listen on http://localhost:{port}: the port is in use.", words, StringComparison.Ordinal);
        Assert.Contains("set Urls to another address", words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_of_the_embedded_logto_is_one_sentence_and_exit_code_one()
    {
        using var taken = Listen(out var port);

        var (code, words) = await RunAsync("--urls", $"http://localhost:{FreePort.Next()}", "--EmbeddedLogto:Url", $"http://localhost:{port}");

        Assert.Equal(1, code);
        Assert.Contains($"The embedded Logto cannot listen on http://localhost:{port}: the port is in use.", words, StringComparison.Ordinal);
        Assert.Contains("set EmbeddedLogto:Url to another address", words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_obstacles_are_told_at_once()
    {
        using var taken = Listen(out var port);
        using var other = Listen(out var second);

        var (code, words) = await RunAsync("--urls", $"http://localhost:{port};nonsense", "--EmbeddedLogto:Url", $"http://localhost:{second}", "--Portal:DataFolder", "/proc/nowhere");

        Assert.Equal(1, code);
        Assert.Contains($"localhost:{port}: the port is in use", words, StringComparison.Ordinal);
        Assert.Contains($"localhost:{second}: the port is in use", words, StringComparison.Ordinal);
        Assert.Contains("Urls contains 'nonsense', which is no address to listen on.", words, StringComparison.Ordinal);
        Assert.Contains("The portal cannot write to its folder /proc/nowhere:", words, StringComparison.Ordinal);
        Assert.Contains("set Portal:DataFolder to another folder.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_address_of_the_embedded_logto_is_told_together_with_other_wrong_settings()
    {
        var (code, words) = await RunAsync("--EmbeddedLogto:Url", "https://example.com", "--Portal:PublicUrl", "ftp://portal");

        Assert.Equal(1, code);
        Assert.Contains("EmbeddedLogto:Url is 'https://example.com'. Set it to an http address of this machine", words, StringComparison.Ordinal);
        Assert.Contains("Portal:PublicUrl is 'ftp://portal'", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_another_machine_is_one_sentence_and_exit_code_one()
    {
        var files = Directory.CreateTempSubdirectory("orgportal-");
        try
        {
            var (code, words) = await RunAsync("--urls", $"http://192.0.2.1:{FreePort.Next()}", "--EmbeddedLogto:Url", $"http://localhost:{FreePort.Next()}", "--Portal:DataFolder", files.FullName);

            Assert.Equal(1, code);
            Assert.Contains("The portal cannot listen where Urls tells it to:", words, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_store_that_is_no_database_is_one_sentence_and_exit_code_one()
    {
        var files = Directory.CreateTempSubdirectory("orgportal-");
        try
        {
            var file = Path.Combine(files.FullName, "text.db");
            await File.WriteAllTextAsync(file, new string('x', 5000));

            var (code, words) = await RunAsync(
                "--urls", $"http://localhost:{FreePort.Next()}", "--EmbeddedLogto:Url", $"http://localhost:{FreePort.Next()}", "--Portal:DataFolder", files.FullName, "--ConnectionStrings:Store", $"Data Source={file}");

            Assert.Equal(1, code);
            Assert.Contains("The store cannot be opened:", words, StringComparison.Ordinal);
            Assert.Contains("Check ConnectionStrings:Store", words, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
        }
        finally
        {
            files.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Nobody_there_is_unhealthy()
    {
        var code = await Launcher.RunAsync(["--health", "--urls", $"http://localhost:{FreePort.Next()}"]);

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
}
