using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Npgsql;
using OrgPortal.Web.Store;
using Quartz;

namespace OrgPortal.Web.Scheduling;

/// <summary>Registers scheduled work.</summary>
public static class SchedulingServiceCollectionExtensions
{
    /// <summary>The scheduler's name in the store, and the key of its services.</summary>
    internal const string SchedulerName = "orgportal";

    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Adds the scheduler, which starts and stops with the host and makes its tables in the portal's store. With PostgreSQL all nodes share
    /// the work, and take over what a node that was killed had begun.
    /// </summary>
    /// <remarks>Keys: <c>Scheduling</c>, and those of the store.</remarks>
    public static IServiceCollection AddScheduling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SchedulingOptions>().BindConfiguration(SchedulingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SchedulingOptions>, SchedulingOptionsValidator>();
        services.AddSingleton<IWorkStarter, WorkStarter>();
        // Before the scheduler is started, and after the store was brought up to date, which is done before any service starts.
        services.AddHostedService<RecurringSchedule>();

        var settings = configuration.GetSection(SchedulingOptions.Section).Get<SchedulingOptions>() ?? new SchedulingOptions();
        services.AddQuartz(SchedulerName, quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            // The nodes' clocks, which they compare: never one that a test has stopped.
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.UseDefaultThreadPool(Math.Max(1, settings.AtOnce));
            if (settings.Mode == SchedulingMode.Memory)
            {
                quartz.UseInMemoryStore(_ => { });
            }
            else
            {
                quartz.UsePersistentStore(store => UseStore(store, configuration));
            }
        });
        services.AddQuartzHostedService(host =>
        {
            host.WaitForJobsToComplete = true;
            host.AutoStart = settings.Mode != SchedulingMode.Off;
        });
        services.AddHealthChecks().AddQuartz(SchedulerName, health =>
        {
            health.Name = "scheduling";
            health.Tags.Add("ready");
            // Without it pages work as before, only nothing happens by itself: no reason to send people elsewhere.
            health.FailureStatus = HealthStatus.Degraded;
            health.StandbyStatus = HealthStatus.Healthy;
        });
        return services;
    }

    /// <summary>Has work done again and again, on one node at a time.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">By which the store knows it, such as <c>invitations.cleanup</c>: stays for good.</param>
    /// <param name="every">From one round to the next; at least a second.</param>
    public static IServiceCollection AddRecurringWork<TWork>(this IServiceCollection services, string name, TimeSpan every)
        where TWork : class, IRecurringWork
    {
        services.AddScoped<TWork>();
        services.AddSingleton(new RecurringWorkEntry(name, typeof(TWork), every));
        return services;
    }

    /// <summary>Lets work be asked for with <see cref="IWorkStarter"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">By which the store knows it, such as <c>invitations.import</c>: stays for good.</param>
    public static IServiceCollection AddDurableWork<TWork>(this IServiceCollection services, string name)
        where TWork : class, IDurableWork
    {
        services.AddScoped<TWork>();
        services.AddSingleton(new DurableWorkEntry(name, typeof(TWork)));
        return services;
    }

    private static void UseStore(IPersistentStoreBuilder store, IConfiguration configuration)
    {
        var connection = configuration[StoreOptions.ConnectionStringKey] is { Length: > 0 } configured ? configured : StoreServiceCollectionExtensions.DefaultConnectionString;
        if (StoreOptions.KindOf(configuration[$"{StoreOptions.Section}:{nameof(StoreOptions.Provider)}"]) == StoreProvider.PostgreSql)
        {
            store.UsePostgres(NpgsqlFactory.Instance, connection);
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = CheckIn;
                cluster.CheckinMisfireThreshold = CheckIn * 2;
            });
        }
        else
        {
            store.UseSqlite(SqliteFactory.Instance, connection);
        }

        store.ProvisionSchema();
        store.ConfigureStore(options => options.RecoverFiringsCancelledByShutdown = true);
    }
}
