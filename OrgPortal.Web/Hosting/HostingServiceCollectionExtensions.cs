using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

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
        AddKeys(services);
        AddAntiforgery(services);
        AddCircuits(services, builder.Environment.IsDevelopment());
        return builder;
    }

    /// <summary>Only in a build that has the emulator.</summary>
    static partial void AddEmbeddedLogto(WebApplicationBuilder builder);

    // Some addresses are secrets (see SecretAddressAttribute), and these would write all of them, whatever level the others are set to.
    private static void KeepAddressesOutOfLogs(ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.Http.Result", LogLevel.Warning);

    // Without a connection string the store is a file among the portal's others, wherever the portal was started from.
    private static void AddStoreFile(WebApplicationBuilder builder)
    {
        const string key = "ConnectionStrings:Store";
        if (string.IsNullOrWhiteSpace(builder.Configuration[key]))
        {
            var folder = builder.Configuration[$"{PortalOptions.Section}:{nameof(PortalOptions.DataFolder)}"] is { Length: > 0 } configured ? configured : new PortalOptions().DataFolder;
            builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>(key, $"Data Source={Path.Combine(builder.Environment.ContentRootPath, folder, "orgportal.db")}")]);
        }
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("OrgPortal");
        services.AddOptions<KeyManagementOptions>().Configure<PortalDataFolder, ILoggerFactory>((keys, folder, logging) =>
            // Makes the folder when it first reads: not before the portal has looked whether it may.
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(Path.Combine(folder.FullName, "keys")), logging));
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
