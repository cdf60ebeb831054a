using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Features.Machines;

/// <summary>Registers the feature.</summary>
public static class MachinesServiceCollectionExtensions
{
    /// <summary>Adds machine applications of organizations. Settings: <c>Portal:Machines</c>.</summary>
    public static IServiceCollection AddMachines(this IServiceCollection services)
    {
        services.AddOptions<MachineOptions>().BindConfiguration(MachineOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MachineOptions>, MachineOptionsValidator>();
        services.TryAddSingleton<RecentChanges>();
        services.AddSingleton<MachineStore>();
        services.AddSingleton<MachineCheck>();
        services.AddScoped<MachineAccess>();
        services.AddScoped<MachineMarks>();
        services.AddScoped<MachineEnding>();
        services.AddScoped<MachineListing>();
        services.AddScoped<MachineMaking>();
        services.AddScoped<MachineChanges>();
        services.AddScoped<MachineSecrets>();
        services.AddScoped<IMachineService, MachineService>();
        services.AddScoped<INavigationSource, MachineNavigation>();
        services.AddScoped<ICommandSource, MachineCommands>();
        services.AddRecurringWork<MachineUpkeep>(MachineUpkeep.Name, MachineUpkeep.Every);
        return services;
    }
}
