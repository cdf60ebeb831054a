using Microsoft.AspNetCore.Components.Server.Circuits;

namespace OrgPortal.Web.Observability;

/// <summary>Registers the room.</summary>
public static class ObservabilityServiceCollectionExtensions
{
    /// <summary>Adds the traces of open pages.</summary>
    public static IServiceCollection AddObservability(this IServiceCollection services) => services.AddScoped<CircuitHandler, CircuitTracing>();
}
