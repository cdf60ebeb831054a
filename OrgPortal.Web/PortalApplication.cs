using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Provisioning;
using OrgPortal.Web.Store;

namespace OrgPortal.Web;

/// <summary>The portal, ready to run: made here for <see cref="Program"/>, for tests and for benchmarks alike.</summary>
public sealed class PortalApplication
{
    private PortalApplication()
    {
    }

    /// <summary>Builds the portal from configuration.</summary>
    /// <param name="args">Command-line arguments; <c>--key value</c> overrides configuration.</param>
    /// <param name="configure">Called before any service is registered, so that what it configures is seen by all of them.</param>
    /// <param name="replace">Called after all services are registered: for tests that put one of their own in place of the portal's.</param>
    /// <exception cref="OptionsValidationException">Settings are missing or contradict each other; all messages of one section at once.</exception>
    /// <exception cref="AggregateException">The same for several sections.</exception>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Also when a test host or a benchmark is the program: static assets are found by this name.
            ApplicationName = typeof(PortalApplication).Assembly.GetName().Name,
            ContentRootPath = PublishedContentRoot(),
        });
        AddBaseSettings(builder.Configuration);
        SettingsFile.AddTo(builder.Configuration);
        configure?.Invoke(builder);
        builder.AddPortal();
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        // The host would check the settings too, but only at its start and with a stack trace.
        app.Services.GetService<IStartupValidator>()?.Validate();
        app.UsePortal();
        return app;
    }

    /// <summary>The settings and services that reading the store needs, and no server: for commands.</summary>
    /// <param name="args">Command-line arguments; <c>--key value</c> overrides configuration.</param>
    /// <exception cref="OptionsValidationException">Settings are missing or contradict each other.</exception>
    internal static WebApplication CreateReader(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(PortalApplication).Assembly.GetName().Name,
            ContentRootPath = PublishedContentRoot(),
        });
        AddBaseSettings(builder.Configuration);
        SettingsFile.AddTo(builder.Configuration);
        HostingServiceCollectionExtensions.AddStoreFile(builder);
        builder.Logging.ClearProviders();
        builder.Services.AddStoreDatabase(builder.Configuration);
        builder.Services.AddAuditChain();
        var app = builder.Build();
        app.Services.GetService<IStartupValidator>()?.Validate();
        return app;
    }

    /// <summary>The settings and services that calling Logto's Management API needs, and nothing else: for the command that sets a tenant up.</summary>
    /// <param name="args">Command-line arguments; <c>--key value</c> overrides configuration.</param>
    /// <param name="logs">Where Logto's room tells what goes wrong.</param>
    /// <exception cref="StartException">The settings file that was named is not there.</exception>
    internal static WebApplication CreateProvisioner(string[] args, ILoggerProvider logs)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(PortalApplication).Assembly.GetName().Name,
            ContentRootPath = PublishedContentRoot(),
        });
        AddBaseSettings(builder.Configuration);
        SettingsFile.AddTo(builder.Configuration);
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddLogto();
        builder.Services.AddProvisioning();
        return builder.Build();
    }

    /// <summary>
    /// The file at the top of the repository is copied beside the program. As the very first source it is the same for
    /// <c>dotnet run</c>, a published portal and tests, and everything else overrides it.
    /// </summary>
    private static void AddBaseSettings(ConfigurationManager configuration)
    {
        var source = new JsonConfigurationSource
        {
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
            Path = "appsettings.json",
            Optional = false,
            ReloadOnChange = false,
        };

        // Where the program's folder is the content root too, the framework has added the same file after ASPNETCORE_URLS, which would then count for nothing.
        foreach (var again in configuration.Sources.OfType<JsonConfigurationSource>().Where(json => json.Path == source.Path && Folder(json) == AppContext.BaseDirectory).ToArray())
        {
            configuration.Sources.Remove(again);
        }

        configuration.Sources.Insert(0, source);
    }

    private static string? Folder(JsonConfigurationSource source) => (source.FileProvider as PhysicalFileProvider)?.Root;

    /// <summary>A published portal finds its files beside itself, whatever the current directory is.</summary>
    private static string? PublishedContentRoot() =>
        Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;
}
