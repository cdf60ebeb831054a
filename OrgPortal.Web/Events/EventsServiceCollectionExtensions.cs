using Microsoft.Extensions.Options;
using OrgPortal.Web.Events.Nodes;

namespace OrgPortal.Web.Events;

/// <summary>Registers the announcements of changes.</summary>
public static class EventsServiceCollectionExtensions
{
    /// <summary>Adds the hub of this node and, where <c>ConnectionStrings:Valkey</c> is set, the way to the others.</summary>
    public static IServiceCollection AddOrganizationEvents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<InProcessOrganizationEvents>();
        services.AddSingleton<IOrganizationEvents, NodeOrganizationEvents>();
        services.AddSingleton<ITenantEvents, TenantEvents>();
        services.AddSingleton<ValkeyProbe>();
        if (string.IsNullOrWhiteSpace(configuration.GetConnectionString(ValkeyOptions.ConnectionName)))
        {
            services.AddSingleton<INodeChannel, SingleNode>();
            return services;
        }

        services.AddOptions<ValkeyOptions>().Configure(valkey => valkey.ConnectionString = configuration.GetConnectionString(ValkeyOptions.ConnectionName)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ValkeyOptions>, ValkeyOptionsValidator>();
        services.AddSingleton<ValkeyChannel>();
        services.AddSingleton<INodeChannel>(provider => provider.GetRequiredService<ValkeyChannel>());
        services.AddHostedService(provider => provider.GetRequiredService<ValkeyChannel>());
        services.AddHealthChecks().AddCheck<ValkeyHealth>("valkey", tags: ["ready"]);
        return services;
    }
}
