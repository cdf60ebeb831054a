#if EMBEDDED_LOGTO
using OrgPortal.LogtoEmulator;

namespace OrgPortal.Web.Hosting;

/// <summary>
/// Starts a Logto of its own beside the portal, so that a fresh clone runs with nothing else installed. Only in Development, only where no other Logto is
/// configured, and only in builds that have the emulator: what is published has not. The one file that knows it.
/// </summary>
internal sealed class EmbeddedLogto(EmbeddedLogto.Settings settings, PortalAddress portal, IConfiguration configuration, IHostEnvironment environment, IHostApplicationLifetime lifetime) : IHostedService, IAsyncDisposable
{
    private const string Section = "EmbeddedLogto";
    private const string DefaultUrl = "http://localhost:3001";
    private const string OperatorRole = "Portal:Operators:Role";
    private const string SigningKey = "Logto:Webhooks:SigningKey";

    private static readonly string[] LogtoKeys =
        ["Logto:Endpoint", "Logto:Web:ClientId", "Logto:Web:ClientSecret", "Logto:Management:ClientId", "Logto:Management:ClientSecret"];

    private EmulatorHost? _host;

    /// <summary>Registers it if it is wanted, and fills in the settings that name it.</summary>
    public static void AddTo(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment() || IsLogtoConfigured(builder.Configuration))
        {
            return;
        }

        if (Read(builder.Configuration) is not { } settings)
        {
            // As a setting that is not valid, so that it is told together with the others.
            builder.Services.AddOptions<SettingsCheck>().Validate(_ => false, $"{Section}:Url is '{builder.Configuration[$"{Section}:Url"]}'. Set it to an http address of this machine with a port, such as http://localhost:3101.")
                .ValidateOnStart();
            settings = new Settings(new Uri(DefaultUrl), null);
        }

        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Logto:Endpoint"] = settings.Url.GetLeftPart(UriPartial.Authority),
            ["Logto:Web:ClientId"] = EmulatorOptions.WebClientId,
            ["Logto:Web:ClientSecret"] = EmulatorOptions.WebClientSecret,
            ["Logto:Management:ClientId"] = EmulatorOptions.ManagementClientId,
            ["Logto:Management:ClientSecret"] = EmulatorOptions.ManagementClientSecret,
            ["Logto:Management:Resource"] = EmulatorOptions.ManagementResource,
            // Known like the secrets above, so that a command that runs beside the portal finds the same.
            [SigningKey] = EmulatorOptions.DevelopmentSigningKey,
        });
        LetEverythingBeTried(builder.Configuration);
        LetTheApiBeTried(builder.Configuration, settings);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(new RequiredPort(settings.Url, "The embedded Logto", $"{Section}:Url", $"--{Section}:Url http://localhost:3101"));
        builder.Services.AddHostedService<EmbeddedLogto>();
        // What remains on the console is where to go and with whom to sign in.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = new EmulatorOptions { Url = settings.Url, EnvironmentName = environment.EnvironmentName, SeedFile = settings.SeedFile, LogToConsole = true };
        options.PortalUrls.Add(portal.Origin);
        options.WebhookSigningKey = configuration[SigningKey];
        try
        {
            _host = await EmulatorApplication.StartAsync(options, cancellationToken);
        }
        catch (EmulatorStartException exception)
        {
            throw new StartException(exception.Message);
        }

        lifetime.ApplicationStarted.Register(Introduce);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Introduce()
    {
        Console.WriteLine($"OrgPortal       {portal.Origin.GetLeftPart(UriPartial.Authority)}");
        Console.WriteLine($"Embedded Logto  {settings.Url.GetLeftPart(UriPartial.Authority)} - for development only, this is not Logto; what happens in it is forgotten at the end");
        Console.WriteLine($"Mailbox         {new Uri(settings.Url, "/mailbox")}");
        Console.WriteLine(settings.SeedFile is null
            ? "Sign in as      alice@example.com, password Alice-Passw0rd-2026: administrator of Acme, and operator (see the menu with her name)"
            : $"Sign in as      the people in {settings.SeedFile}");
        Console.WriteLine(settings.SeedFile is null
            ? "or as           bob (member of Acme), carol, dave or erin (in no organization): addresses and passwords alike"
            : "Stop            with Ctrl+C");
    }

    // Its sign-up verifies no address, nobody has its people's domain, and nobody runs it: all are said to be so, unless somebody says otherwise.
    private static void LetEverythingBeTried(ConfigurationManager configuration)
    {
        foreach (var (key, value) in new[] { ("Portal:Domains:TrustAddresses", "true"), ("Portal:Domains:DevelopmentAnswers:example.com", "Found"), (OperatorRole, EmulatorOptions.OperatorRole) })
        {
            if (string.IsNullOrWhiteSpace(configuration[key]))
            {
                configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>(key, value)]);
            }
        }
    }

    // The seed has an application for browsers and a resource for the API; whoever brings a seed brings these too.
    private static void LetTheApiBeTried(ConfigurationManager configuration, Settings settings)
    {
        if (settings.SeedFile is not null || configuration.GetSection("Api:Clients").GetChildren().Any())
        {
            return;
        }

        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Api:Clients:0"] = EmulatorOptions.BrowserClientId,
            ["Api:Resource"] = EmulatorOptions.ApiResource,
        });
        if (!configuration.GetSection("Api:Cors:Origins").GetChildren().Any())
        {
            configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Api:Cors:Origins:0", "http://localhost:5173"), KeyValuePair.Create<string, string?>("Api:Cors:Origins:1", "http://localhost:8000")]);
        }
    }

    // Half a configuration is a mistake to be told of, not a wish for the embedded one.
    private static bool IsLogtoConfigured(ConfigurationManager configuration) =>
        LogtoKeys.Any(key => !string.IsNullOrWhiteSpace(configuration[key]));

    private static Settings? Read(ConfigurationManager configuration)
    {
        var value = configuration[$"{Section}:Url"] is { Length: > 0 } configured ? configured : DefaultUrl;
        return Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback && url.Port > 0 && url.PathAndQuery == "/"
            ? new Settings(new Uri(value), configuration[$"{Section}:SeedFile"] is { Length: > 0 } file ? file : null)
            : null;
    }

    /// <summary>Section <c>EmbeddedLogto</c>.</summary>
    /// <param name="Url">Where it listens: key <c>Url</c>, by default <c>http://localhost:3001</c>.</param>
    /// <param name="SeedFile">A JSON file to begin with instead of Acme and its people: key <c>SeedFile</c>.</param>
    internal sealed record Settings(Uri Url, string? SeedFile);

    /// <summary>Stands for the section where settings are checked.</summary>
    private sealed class SettingsCheck;
}

/// <content>The way in for builds that have the emulator.</content>
internal static partial class HostingServiceCollectionExtensions
{
    static partial void AddEmbeddedLogto(WebApplicationBuilder builder) => EmbeddedLogto.AddTo(builder);
}
#endif
