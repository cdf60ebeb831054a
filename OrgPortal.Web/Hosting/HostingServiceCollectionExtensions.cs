using System.IO.Compression;
using System.Net.Mime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Hosting;

/// <summary>What carries the portal: Blazor's server side, and everything between the socket and a page.</summary>
internal static partial class HostingServiceCollectionExtensions
{
    /// <summary>A paste of some thousand addresses must fit into one message of the circuit. Bytes.</summary>
    private const int LargestCircuitMessage = 256 * 1024;

    /// <summary>Forms are small; files go through the circuit. Bytes.</summary>
    private const int LargestRequestBody = 1024 * 1024;

    /// <summary>Registers the room.</summary>
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        AddEmbeddedLogto(builder);
        KeepAddressesOutOfLogs(builder.Logging);
        AddStoreFile(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequestBody;
        });

        var services = builder.Services;
        services.AddOptions<PortalOptions>().BindConfiguration(PortalOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PortalOptions>, PortalOptionsValidator>();
        services.AddSingleton<PortalAddress>();
        services.AddSingleton<PortalDataFolder>();
        services.AddSingleton<IConfigureOptions<ForwardedHeadersOptions>, ForwardedHeadersSetup>();
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddHealthChecks();
        services.AddRateLimits();
        AddPageCompression(services);
        AddKeys(services);
        AddAntiforgery(services);
        AddCircuits(services, builder.Environment.IsDevelopment());
        return builder;
    }

    /// <summary>Only in a build that has the emulator.</summary>
    static partial void AddEmbeddedLogto(WebApplicationBuilder builder);

    /// <summary>
    /// What writes addresses, some of which are secrets (see <see cref="SecretAddressAttribute"/>), what people type into a page, or the parameters of a sign-in,
    /// each with its cookies, when an operator asks for more detail.
    /// </summary>
    private static readonly string[] Talkative =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Http.Result", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Components",
        "Microsoft.AspNetCore.SignalR", "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.Authentication.OpenIdConnect", "Microsoft.AspNetCore.StaticFiles",
    ];

    private static void KeepAddressesOutOfLogs(ILoggingBuilder logging)
    {
        // Whatever level the others are set to.
        foreach (var category in Talkative)
        {
            logging.AddFilter(category, LogLevel.Warning);
        }
    }

    /// <summary>Without a connection string a SQLite store is a file among the portal's others, wherever the portal was started from.</summary>
    internal static void AddStoreFile(WebApplicationBuilder builder)
    {
        const string key = StoreOptions.ConnectionStringKey;
        var provider = builder.Configuration[$"{StoreOptions.Section}:{nameof(StoreOptions.Provider)}"];
        if (string.IsNullOrWhiteSpace(builder.Configuration[key]) && (string.IsNullOrWhiteSpace(provider) || StoreOptions.KindOf(provider) == StoreProvider.Sqlite))
        {
            var folder = builder.Configuration[$"{PortalOptions.Section}:{nameof(PortalOptions.DataFolder)}"] is { Length: > 0 } configured ? configured : new PortalOptions().DataFolder;
            builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>(key, $"Data Source={Path.Combine(builder.Environment.ContentRootPath, folder, "orgportal.db")}")]);
        }
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("OrgPortal");
        services.AddOptions<KeyManagementOptions>().PostConfigure<PortalDataFolder, ILoggerFactory>((keys, folder, logging) =>
            // Unless the store keeps them. Makes the folder when it first reads: not before the portal has looked whether it may.
            keys.XmlRepository ??= new FileSystemXmlRepository(new DirectoryInfo(Path.Combine(folder.FullName, "keys")), logging));
    }

    private static void AddAntiforgery(IServiceCollection services)
    {
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<PortalAddress>((antiforgery, address) =>
        {
            antiforgery.Cookie.Name = CookieNames.For("orgportal-form", address);
            antiforgery.Cookie.SecurePolicy = address.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.HttpOnly = true;
            // The security headers say more.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
    }

    private static void AddPageCompression(IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [MediaTypeNames.Text.Html];
        });
        // A page is made for its reader: what a second pass saves on the line it costs in waiting.
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.AddSingleton<IResponseCompressionProvider, PageCompression>();
        services.AddScoped(typeof(PersistentComponentStateSerializer<>), typeof(PageState<>));
    }

    private static void AddCircuits(IServiceCollection services, bool development)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents(circuits =>
            {
                circuits.DetailedErrors = development;
                circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
                circuits.DisconnectedCircuitMaxRetained = 100;
                circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(30);
                circuits.MaxBufferedUnacknowledgedRenderBatches = 10;
            })
            .AddHubOptions(hub =>
            {
                hub.MaximumReceiveMessageSize = LargestCircuitMessage;
                // One after the other: a circuit answers one person, and nobody gains by calling it a thousand times at once.
                hub.MaximumParallelInvocationsPerClient = 1;
                hub.HandshakeTimeout = TimeSpan.FromSeconds(15);
            });
    }
}
