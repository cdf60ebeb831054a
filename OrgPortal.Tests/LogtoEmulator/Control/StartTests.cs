using OrgPortal.LogtoEmulator;

namespace OrgPortal.Tests.LogtoEmulator.Control;

public sealed class StartTests
{
    [Theory]
    [InlineData("Production", "http://localhost:0", null, "Production")]
    [InlineData("production", "http://localhost:0", null, "Production")]
    [InlineData("Testing", "http://0.0.0.0:0", null, "this machine only")]
    [InlineData("Testing", "http://portal.example:3001", null, "this machine only")]
    [InlineData("Testing", "http://localhost:0", "GET nowhere", "GET nowhere")]
    public async Task It_refuses_to_start_where_it_must_not(string environment, string url, string? fault, string words)
    {
        var options = new EmulatorOptions { EnvironmentName = environment, Url = new Uri(url) };
        if (fault is not null)
        {
            options.Faults.Add(fault);
        }

        var refused = await Assert.ThrowsAsync<EmulatorStartException>(() => EmulatorApplication.StartAsync(options));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_said_in_one_sentence()
    {
        await using var first = await EmulatorApplication.StartAsync(Options("http://127.0.0.1:0"));

        var refused = await Assert.ThrowsAsync<EmulatorStartException>(() => EmulatorApplication.StartAsync(Options(first.Address.AbsoluteUri)));

        Assert.Equal($"The Logto emulator cannot listen at {first.Address.AbsoluteUri.TrimEnd('/')}: the port is taken. Choose another one.", refused.Message);
    }

    [Theory]
    [InlineData("missing.json", null)]
    [InlineData("broken.json", "{")]
    [InlineData("wrong.json", """{"organizations":[{"name":"X","members":[{"user":"ghost"}]}]}""")]
    public async Task A_seed_that_cannot_be_used_is_named(string name, string? content)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}-{name}");
        if (content is not null)
        {
            await File.WriteAllTextAsync(file, content);
        }

        try
        {
            var options = Options("http://localhost:0");
            options.SeedFile = file;

            await Assert.ThrowsAsync<EmulatorStartException>(() => EmulatorApplication.StartAsync(options));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static EmulatorOptions Options(string url) => new() { EnvironmentName = "Testing", Url = new Uri(url) };
}
