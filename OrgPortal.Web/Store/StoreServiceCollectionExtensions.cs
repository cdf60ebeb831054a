using Microsoft.EntityFrameworkCore;

namespace OrgPortal.Web.Store;

/// <summary>Registers the portal's own database.</summary>
public static class StoreServiceCollectionExtensions
{
    /// <summary>The connection string that is used when none is configured: a file beside the content root.</summary>
    public const string DefaultConnectionString = "Data Source=App_Data/orgportal.db";

    /// <summary>Adds the SQLite store; its file is made and brought up to date when the portal starts.</summary>
    /// <remarks>Key: <c>ConnectionStrings:Store</c>.</remarks>
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDbContextFactory<PortalDbContext>(options =>
            options.UseSqlite(configuration.GetConnectionString("Store") ?? DefaultConnectionString));
        services.AddHostedService<StoreMigration>();
        services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: ["ready"]);
        return services;
    }
}
