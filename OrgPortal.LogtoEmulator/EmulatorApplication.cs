using System.Net;
using Microsoft.AspNetCore.Connections;
using OrgPortal.LogtoEmulator.Management;

namespace OrgPortal.LogtoEmulator;

/// <summary>
/// An embedded Logto for development, demonstrations and tests: in memory, on loopback addresses only, never in Production. Several
/// can live in one process.
/// </summary>
public static class EmulatorApplication
{
    /// <summary>Puts an emulator together without starting it.</summary>
    /// <exception cref="EmulatorStartException">Production, an address that others can reach, a seed or a fault that cannot be read.</exception>
    public static WebApplication Create(EmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        EmulatorGuard.Check(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.AddServerHeader = false);
        builder.WebHost.UseUrls(ListenAt(options.Url));
        builder.Services.AddRouting();
        if (options.LogToConsole)
        {
            builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning)
                .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // a taken port is said in one sentence
        }

        if (!options.OwnsProcess)
        {
            builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();
        }

        builder.Services.AddEmulator(options);
        builder.Services.AddManagementApi();
        var application = builder.Build();
        application.UseEmulator();
        return application;
    }

    /// <summary>Puts an emulator together and starts it.</summary>
    /// <exception cref="EmulatorStartException">As <see cref="Create"/>, or the port is taken.</exception>
    public static async Task<EmulatorHost> StartAsync(EmulatorOptions options, CancellationToken cancellationToken = default)
    {
        var application = Create(options);
        try
        {
            await application.StartAsync(cancellationToken);
            return new EmulatorHost(application);
        }
        catch (Exception failed)
        {
            await application.DisposeAsync();
            if (failed is IOException { InnerException: AddressInUseException })
            {
                throw new EmulatorStartException(
                    $"The Logto emulator cannot listen at {options.Url.GetLeftPart(UriPartial.Authority)}: the port is taken. Choose another one.",
                    failed);
            }

            throw;
        }
    }

    /// <summary>Kestrel takes no dynamic port for a name that stands for two addresses.</summary>
    private static string ListenAt(Uri url) =>
        url.Port > 0 ? url.GetLeftPart(UriPartial.Authority) : $"{url.Scheme}://{IPAddress.Loopback}:0";
}
