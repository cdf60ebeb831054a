using System.CommandLine;
using System.Text.Json;
using OrgPortal.LogtoEmulator;
using OrgPortal.Tests.Features.Doctor;

namespace OrgPortal.Tests.Commands;

/// <summary>The program as an operator runs it, against the emulator.</summary>
public sealed class DoctorCommandTests(DoctorHouse house) : IClassFixture<DoctorHouse>
{
    [Fact]
    public async Task Warnings_alone_are_exit_code_zero()
    {
        house.Repair();

        var (code, words, error) = await RunAsync();

        Assert.Equal((0, string.Empty), (code, error));
        Assert.StartsWith($"Portal  {house.Portal.Address.GetLeftPart(UriPartial.Authority)}", words, StringComparison.Ordinal);
        Assert.Contains("ok       Issuer: ", words, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', words);
    }

    [Fact]
    public async Task A_failure_is_exit_code_one_with_what_to_do()
    {
        house.Repair();
        house.Portal.Logto.State.Write(TenantBreaks.All["the machine has no role"].Do);

        var (code, words, _) = await RunAsync();

        Assert.Equal(1, code);
        Assert.Contains($"> Give {EmulatorOptions.ManagementClientId} the role “Logto Management API access” in Logto's console", words, StringComparison.Ordinal);
        Assert.Contains("skipped  Redirect URI: Skipped because of “Management API access”.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_a_format_that_programs_can_count_on()
    {
        house.Repair();
        house.Portal.Logto.State.Write(TenantBreaks.All["the webhook has another key"].Do);

        var (code, words, _) = await RunAsync("--json");

        Assert.Equal(1, code);
        using var report = JsonDocument.Parse(words);
        var root = report.RootElement;
        Assert.Equal(["schema", "status", "startedAt", "durationMilliseconds", "portal", "logto", "counts", "checks"], root.EnumerateObject().Select(member => member.Name));
        Assert.Equal((1, "failure", 1), (root.GetProperty("schema").GetInt32(), root.GetProperty("status").GetString(), root.GetProperty("counts").GetProperty("failure").GetInt32()));
        var line = root.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("status").GetString() == "failure");
        Assert.Equal(["id", "title", "status", "code", "finding", "remedy", "durationMilliseconds"], line.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("webhook.key", "webhook.key.other"), (line.GetProperty("id").GetString(), line.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("--Logto:Endpoint", "nowhere")]
    [InlineData("--Portal:PublicUrl", "https://portal.example/path")]
    public async Task Settings_that_cannot_be_used_are_exit_code_two_and_sentences(string key, string value)
    {
        var (code, words, error) = await RunAsync(key, value);

        Assert.Equal((2, string.Empty), (code, words));
        Assert.StartsWith("The settings have to be corrected first:", error, StringComparison.Ordinal);
        Assert.Contains(key[2..], error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_leaves_nothing_behind()
    {
        house.Repair();
        var folder = Path.Combine(Path.GetTempPath(), $"orgportal-{Guid.NewGuid():N}");

        var (code, words, _) = await RunAsync("--Portal:DataFolder", folder, "--ConnectionStrings:Store", $"Data Source={Path.Combine(folder, "orgportal.db")}");

        Assert.Equal(0, code);
        Assert.Contains("There is no database yet.", words, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task No_secret_is_written()
    {
        house.Repair();

        var (_, words, error) = await RunAsync();
        var (_, json, _) = await RunAsync("--json");
        var (_, wrong, _) = await RunAsync("--Logto:Management:ClientSecret", "a-wrong-secret-0123");

        Assert.All(
            [EmulatorOptions.WebClientSecret, EmulatorOptions.ManagementClientSecret, DoctorHouse.SigningKey, "a-wrong-secret-0123", "eyJ"],
            secret => Assert.DoesNotContain(secret, words + error + json + wrong, StringComparison.Ordinal));
    }

    private async Task<(int Code, string Words, string Error)> RunAsync(params string[] args)
    {
        var configuration = (Microsoft.Extensions.Configuration.IConfiguration)house.Portal.Services.GetService(typeof(Microsoft.Extensions.Configuration.IConfiguration))!;
        string[] keys =
        [
            "Portal:PublicUrl", "Portal:DataFolder", "Portal:Operators:Role", "ConnectionStrings:Store", "Urls", "Logto:Endpoint", "Logto:Web:ClientId", "Logto:Web:ClientSecret",
            "Logto:Management:ClientId", "Logto:Management:ClientSecret", "Logto:Webhooks:SigningKey",
        ];
        using var words = new StringWriter();
        using var error = new StringWriter();
        var code = await Web.Commands.CommandLine.RunAsync(
            ["doctor", "--environment", "Development", .. keys.SelectMany(key => new[] { $"--{key}", configuration[key]! }), .. args], new InvocationConfiguration { Output = words, Error = error });
        return (code, words.ToString(), error.ToString());
    }
}
