using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.LogtoEmulator;
using OrgPortal.Tests.Logto;
using CommandLine = OrgPortal.Web.Commands.CommandLine;
using OrgPortal.Web.Provisioning;
using OrgPortal.Web.Provisioning.Files;

namespace OrgPortal.Tests.Provisioning;

/// <summary>A Logto as it is after its installation, with one machine that may use the Management API, and a folder for files.</summary>
internal sealed class BareTenant : IAsyncDisposable
{
    public const string ClientId = "bootstrap";
    public const string Secret = "the-secret-of-the-bootstrap";
    public const string ManagementApi = "https://default.logto.app/api";
    public const string SmtpPassword = "hush-hush-smtp";

    /// <summary>What a bare self-hosted Logto has: sign-up with a user name, no connector, no template.</summary>
    private const string Seed = $$"""
        {
          "applications": [{ "id": "{{ClientId}}", "name": "Bootstrap", "type": "MachineToMachine", "secret": "{{Secret}}", "hasManagementApiAccess": true }],
          "hasMailbox": false,
          "signInExperience": {
            "signUp": { "identifiers": ["username"], "password": true, "verify": false },
            "signIn": { "methods": [{ "identifier": "username", "password": true, "verificationCode": false, "isPasswordPrimary": true }] }
          }
        }
        """;

    private static readonly Dictionary<string, string> Mail = new()
    {
        ["SMTP_HOST"] = "mail.example",
        ["SMTP_FROM"] = "no-reply@example.com",
        ["SMTP_PASSWORD"] = SmtpPassword,
    };

    private readonly EmulatorHost _host;
    private readonly ServiceProvider _logto;

    private BareTenant(EmulatorHost host, SpoilingHandler spoiler)
    {
        (_host, Spoiler) = (host, spoiler);
        _logto = LogtoClients.Create(host.Address, ClientId, Secret, spoiler);
        Clients = ActivatorUtilities.CreateInstance<TenantClients>(_logto);
        Folder = Directory.CreateTempSubdirectory("orgportal-provision-").FullName;
    }

    public TenantClients Clients { get; }

    public SpoilingHandler Spoiler { get; }

    public string Folder { get; }

    /// <summary>The shipped file.</summary>
    public static string ShippedFile => Path.Combine(AppContext.BaseDirectory, "tenant.yaml");

    public static async Task<BareTenant> StartAsync()
    {
        var host = await EmulatorApplication.StartAsync(new EmulatorOptions { Url = new Uri("http://127.0.0.1:0"), EnvironmentName = "Development" });
        host.Control.Seed(Seed);
        return new BareTenant(host, new SpoilingHandler());
    }

    /// <summary>The requests that changed something, or tried to.</summary>
    public IEnumerable<string> Writes => _host.Control.Journal.Entries.Where(entry => entry.Method is not "GET" && entry.Path.StartsWith("/api/", StringComparison.Ordinal)).Select(entry => $"{entry.Method} {entry.Route}");

    /// <summary>As bare as at the beginning.</summary>
    public void Reset() => _host.Control.Reset();

    public void ForgetRequests() => _host.Control.Journal.Clear();

    /// <summary>Runs the command against this tenant, with the settings of a portal at <c>https://portal.example</c>.</summary>
    public async Task<(int Code, string Words)> RunAsync(params string[] args)
    {
        using var words = new StringWriter();
        string[] settings =
        [
            "--Logto:Endpoint", _host.Address.ToString(), "--Logto:Management:ClientId", ClientId, "--Logto:Management:ClientSecret", Secret,
            "--Portal:PublicUrl", "https://portal.example",
        ];
        var code = await CommandLine.RunAsync(["provision", .. args, .. settings], new InvocationConfiguration { Output = words, Error = words });
        return (code, words.ToString());
    }

    /// <summary>The same with an SMTP server.</summary>
    public Task<(int Code, string Words)> RunWithMailAsync(params string[] args) =>
        RunAsync([.. args, .. Mail.SelectMany(setting => (string[])[$"--{setting.Key}", setting.Value])]);

    /// <summary>A file in this tenant's folder.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public static string? Setting(string name) => name == "Portal:PublicUrl" ? "https://portal.example" : Mail.GetValueOrDefault(name);

    public static ProvisioningOptions Options(bool prune = false) => new(prune, ClientId, ManagementApi, Setting);

    public static TenantFile Shipped(Func<string, string?>? settings = null) => TenantFileReader.Read(ShippedFile, settings ?? Setting, ManagementApi);

    public static TenantFile Parse(string yaml, Func<string, string?>? settings = null) => TenantFileReader.Parse(yaml, "tenant.yaml", settings ?? Setting, ManagementApi);

    public Task<(TenantPlan Plan, TenantSnapshot Now)> PlanAsync(TenantFile file, bool prune = false) => new TenantProvisioning(Clients).PlanAsync(file, Options(prune));

    public Task<(TenantPlan Done, TenantPlan Left, Credentials Credentials)> ApplyAsync(TenantFile file, bool prune = false) =>
        new TenantProvisioning(Clients).ApplyAsync(file, Options(prune), _ => Task.CompletedTask);

    public async ValueTask DisposeAsync()
    {
        await _logto.DisposeAsync();
        await _host.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
