using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Store;

/// <summary>Registers the portal's own database.</summary>
public static class StoreServiceCollectionExtensions
{
    /// <summary>The connection string that is used when none is configured: a file beside the content root.</summary>
    public const string DefaultConnectionString = "Data Source=App_Data/orgportal.db";

    /// <summary>
    /// Adds the store, which is made and brought up to date when the portal starts. In PostgreSQL it keeps the data-protection keys
    /// too, because several nodes may share it.
    /// </summary>
    /// <remarks>Keys: <c>Store:Provider</c>, <c>ConnectionStrings:Store</c>.</remarks>
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStoreDatabase(configuration);
        services.AddHostedService<StoreMigration>();
        services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: ["ready"]);
        return services;
    }

    /// <summary>Adds the database alone: nothing that runs by itself.</summary>
    public static IServiceCollection AddStoreDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsValidator>();
        var provider = StoreOptions.KindOf(configuration[$"{StoreOptions.Section}:{nameof(StoreOptions.Provider)}"]) ?? StoreProvider.Sqlite;
        var connection = configuration[StoreOptions.ConnectionStringKey] is { Length: > 0 } configured ? configured : DefaultConnectionString;
        if (provider == StoreProvider.PostgreSql)
        {
            services.AddPooledDbContextFactory<PostgreSqlPortalDbContext>(options => options.UsePostgreSql(connection));
            services.AddSingleton<IDbContextFactory<PortalDbContext>, DerivedContextFactory<PostgreSqlPortalDbContext>>();
            services.AddDataProtection().PersistKeysToDbContext<PostgreSqlPortalDbContext>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqlitePortalDbContext>(options => options.UseSqlite(connection).AddInterceptors(new SqlitePatience()));
            services.AddSingleton<IDbContextFactory<PortalDbContext>, DerivedContextFactory<SqlitePortalDbContext>>();
        }

        return services;
    }
}
