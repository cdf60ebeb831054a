using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Idempotency;
using OrgPortal.Web.Api.Problems;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Web.Api;

/// <summary>Registers the REST API's plumbing; its addresses are the features'.</summary>
internal static class ApiServiceCollectionExtensions
{
    /// <summary>Adds the room.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddScoped<ApiProblems>();
        services.AddSingleton<IdempotencyStore>();
        services.AddRecurringWork<IdempotencyUpkeep>(IdempotencyUpkeep.Name, IdempotencyUpkeep.Every);
        services.AddCors();
        services.AddSingleton<IConfigureOptions<CorsOptions>, ApiCors>();
        services.Configure<RouteOptions>(routes => routes.ConstraintMap[IdentifierConstraint.Name] = typeof(IdentifierConstraint));
        // Whoever sends what cannot be read is told what, in production too.
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.MaxDepth = 16;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        });
        services.AddApiDescription();
        return services;
    }
}
