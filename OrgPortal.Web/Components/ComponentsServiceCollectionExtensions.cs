using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor.Services;

namespace OrgPortal.Web.Components;

/// <summary>The component kit's services.</summary>
public static class ComponentsServiceCollectionExtensions
{
    /// <summary>Adds MudBlazor and what the kit's own components need.</summary>
    public static IServiceCollection AddComponents(this IServiceCollection services)
    {
        services.AddMudServices();
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<RelativeClock>();
        services.AddScoped<TimeWords>();
        services.AddScoped<KeptChoices>();
        services.AddScoped<Feedback>();
        services.AddScoped<IFeedback>(provider => provider.GetRequiredService<Feedback>());
        services.TryAddScoped<IShellSource, NoShellSource>();
        services.TryAddScoped<IPermissionHelp, NoPermissionHelp>();
        services.TryAddSingleton<IImageSource, NoImageSource>();
        services.TryAddSingleton(PortalBrand.Plain);
        return services;
    }
}
