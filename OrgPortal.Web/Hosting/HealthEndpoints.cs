using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace OrgPortal.Web.Hosting;

/// <summary>What a container host or a load balancer asks. One word each, nothing about the inside.</summary>
internal static class HealthEndpoints
{
    /// <summary>The process runs and answers.</summary>
    public const string Live = "/health/live";

    /// <summary>What the portal cannot do without is there: every check with the tag <see cref="ReadyTag"/>.</summary>
    public const string Ready = "/health/ready";

    /// <summary>The tag of checks that decide whether people may be sent here.</summary>
    public const string ReadyTag = "ready";

    /// <summary>Maps both.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks(Ready, new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) }).AllowAnonymous();
        return routes;
    }
}
