using System.CommandLine;
using System.Text.Json;
using OrgPortal.Web.Commands;

namespace OrgPortal.Tests.Provisioning;

public sealed class ProvisionCommandTests : IAsyncLifetime
{
    private BareTenant _tenant = null!;

    public async Task InitializeAsync() => _tenant = await BareTenant.StartAsync();

    public Task DisposeAsync() => _tenant.DisposeAsync().AsTask();

    [Fact]
    public async Task A_plan_reads_and_changes_nothing()
    {
        var (code, words) = await _tenant.RunWithMailAsync("--plan");

        Assert.Equal(1, code);
        Assert.Contains("+ role              admin", words, StringComparison.Ordinal);
        Assert.Contains("~ sign-in           sign-up", words, StringComparison.Ordinal);
        Assert.Contains("identifiers: \"username\" -> \"email\"", words, StringComparison.Ordinal);
        Assert.Contains("25 to add, 3 to change, 0 to delete", words, StringComparison.Ordinal);
        Assert.Empty(_tenant.Writes);
    }

    [Fact]
    public async Task A_bare_tenant_becomes_what_the_shipped_file_says_and_a_second_run_changes_nothing()
    {
        var (first, words) = await _tenant.RunWithMailAsync("--apply");
        _tenant.ForgetRequests();
        var (second, again) = await _tenant.RunWithMailAsync("--apply");
        var (plan, planned) = await _tenant.RunWithMailAsync("--plan", "--prune");

        Assert.True(first == 0, words);
        Assert.Equal((0, 0), (second, plan));
        Assert.Contains("Nothing was to be done:", again, StringComparison.Ordinal);
        Assert.Contains("0 to add, 0 to change, 0 to delete", planned, StringComparison.Ordinal);
        Assert.Empty(_tenant.Writes);
    }

    [Fact]
    public async Task Without_anything_that_mails_everything_else_is_done_and_the_rest_is_told()
    {
        var (code, words) = await _tenant.RunAsync("--apply");

        Assert.Equal(1, code);
        Assert.Contains("done  + role              admin", words, StringComparison.Ordinal);
        Assert.Contains("? sign-in           sign-up (Logto has nothing that mails", words, StringComparison.Ordinal);
        Assert.Equal(0, (await _tenant.RunWithMailAsync("--apply")).Code);
    }

    [Fact]
    public async Task The_application_it_runs_with_stays_in_use_and_is_not_touched()
    {
        await _tenant.RunWithMailAsync("--apply");

        var machine = Assert.Single(await _tenant.Clients.Applications.ListAsync(), one => one.Type == "MachineToMachine");

        Assert.Equal((BareTenant.ClientId, "Bootstrap", null), (machine.Id, machine.Name, machine.Description));
        Assert.Empty(machine.CustomData!);
        Assert.DoesNotContain(_tenant.Writes, write => write.Contains("secrets", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Credentials_are_written_where_told_for_the_owner_alone()
    {
        var path = Path.Combine(_tenant.Folder, "portal.env");

        await _tenant.RunWithMailAsync("--apply", "--credentials", path);

        var lines = File.ReadAllLines(path).Select(line => line.Split('=', 2)).ToDictionary(line => line[0], line => line[1]);
        var web = Assert.Single(await _tenant.Clients.Applications.ListAsync(), one => one.Type == "Traditional");
        Assert.Equal(
            ["Logto__Endpoint", "Logto__Management__ClientId", "Logto__Management__ClientSecret", "Logto__Web__ClientId", "Logto__Web__ClientSecret", "Logto__Webhooks__SigningKey"],
            lines.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((BareTenant.ClientId, BareTenant.Secret), (lines["Logto__Management__ClientId"], lines["Logto__Management__ClientSecret"]));
        Assert.Equal((web.Id, Assert.Single(await _tenant.Clients.Applications.ListSecretsAsync(web.Id)).Value), (lines["Logto__Web__ClientId"], lines["Logto__Web__ClientSecret"]));
        Assert.Equal(Assert.Single(await _tenant.Clients.Hooks.ListAsync()).SigningKey, lines["Logto__Webhooks__SigningKey"]);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        Assert.Equal([path], Directory.GetFiles(_tenant.Folder));
    }

    [Fact]
    public async Task As_json_credentials_are_a_settings_file()
    {
        var path = _tenant.Write("portal.json", "an older one");

        await _tenant.RunWithMailAsync("--apply", "--credentials", path);

        using var json = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal(BareTenant.ClientId, json.RootElement.GetProperty("Logto").GetProperty("Management").GetProperty("ClientId").GetString());

        // Whoever is told to read it needs no other setting to find the tenant.
        using var words = new StringWriter();
        var code = await CommandLine.RunAsync(
            ["provision", "--plan", "--SettingsFile", path, "--Portal:PublicUrl", "https://portal.example"], new InvocationConfiguration { Output = words, Error = words });
        Assert.True(code == 0, words.ToString());
    }

    [Fact]
    public async Task Where_credentials_cannot_be_written_nothing_is_done()
    {
        var (code, words) = await _tenant.RunWithMailAsync("--apply", "--credentials", Path.Combine(_tenant.Folder, "nowhere", "portal.env"));

        Assert.Equal(2, code);
        Assert.Contains("nowhere", words, StringComparison.Ordinal);
        Assert.Empty(_tenant.Writes);
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    public async Task No_secret_is_told(params string[] flags)
    {
        var path = Path.Combine(_tenant.Folder, "portal.env");

        var (_, plan) = await _tenant.RunWithMailAsync(["--plan", .. flags]);
        var (_, apply) = await _tenant.RunWithMailAsync(["--apply", "--credentials", path, .. flags]);
        var (_, changed) = await _tenant.RunAsync(
            ["--plan", .. flags, "--SMTP_HOST", "mail.example", "--SMTP_FROM", "no-reply@example.com", "--SMTP_PASSWORD", "another-hush"]);

        Assert.Contains("config.auth.pass", changed, StringComparison.Ordinal);
        var secrets = File.ReadAllLines(path).Where(line => line.Contains("Secret", StringComparison.Ordinal) || line.Contains("Key", StringComparison.Ordinal)).Select(line => line.Split('=', 2)[1]);
        Assert.All([.. secrets, BareTenant.SmtpPassword, "another-hush"], secret => Assert.All([plan, apply, changed], words => Assert.DoesNotContain(secret, words, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task As_json_a_plan_can_be_read_by_programs()
    {
        var (code, words) = await _tenant.RunWithMailAsync("--plan", "--json");

        using var report = JsonDocument.Parse(words);
        Assert.Equal((1, false, false), (code, report.RootElement.GetProperty("applied").GetBoolean(), report.RootElement.GetProperty("isDone").GetBoolean()));
        var role = Assert.Single(report.RootElement.GetProperty("changes").EnumerateArray(), change => change.GetProperty("kind").GetString() == "role" && change.GetProperty("name").GetString() == "admin");
        Assert.Equal("add", role.GetProperty("action").GetString());
        Assert.Contains(role.GetProperty("fields").EnumerateArray(), field => field.GetProperty("field").GetString() == "permissions" && field.GetProperty("after").GetString() == "read:member");
    }

    [Theory]
    [InlineData("Say either --plan or --apply.")]
    [InlineData("Say either --plan or --apply.", "--plan", "--apply")]
    [InlineData("--credentials goes with --apply.", "--plan", "--credentials", "portal.env")]
    [InlineData("does not exist. Name the file with --file.", "--plan", "--file", "nowhere.yaml")]
    [InlineData("SettingsFile is 'nowhere.json', and there is no such file.", "--plan", "--SettingsFile", "nowhere.json")]
    [InlineData("Logto:Management:TokenEndpoint is 'ftp://a.example', which is no web address.", "--plan", "--Logto:Management:TokenEndpoint", "ftp://a.example")]
    [InlineData("Logto:Management:TokenEndpoint contains a user name or password.", "--plan", "--Logto:Management:TokenEndpoint", "https://a:b@a.example")]
    [InlineData("Logto:Management:TokenEndpoint is 'http://a.example/oidc/token', but secrets and tokens must not travel over plain HTTP.", "--plan", "--environment", "Production", "--Logto:Management:TokenEndpoint", "http://a.example/oidc/token")]
    public async Task What_is_asked_for_must_make_sense(string sentence, params string[] args)
    {
        var (code, words) = await _tenant.RunAsync(args);

        Assert.Equal(2, code);
        Assert.Contains(sentence, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_there_is_no_token_is_said_without_a_stack_trace()
    {
        var (code, words) = await _tenant.RunAsync("--plan", "--Logto:Management:TokenEndpoint", "http://127.0.0.1:9/oidc/token");

        Assert.Equal(2, code);
        Assert.Contains("Logto gave no management token", words, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_settings_are_all_named()
    {
        using var words = new StringWriter();
        var code = await CommandLine.RunAsync(["provision", "--plan", "--Logto:Endpoint", "ftp://logto.example"], new InvocationConfiguration { Output = words, Error = words });

        Assert.Equal(2, code);
        Assert.All(["Logto:Endpoint is 'ftp://logto.example'", "Logto:Management:ClientId is not set", "Logto:Management:ClientSecret is not set"], part => Assert.Contains(part, words.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("Logto:Web", words.ToString(), StringComparison.Ordinal);
    }
}
