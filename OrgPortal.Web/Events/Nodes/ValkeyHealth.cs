using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OrgPortal.Web.Events.Nodes;

/// <summary>Whether other nodes can be heard. Without them everything goes on, only later: degraded, never unhealthy.</summary>
internal sealed class ValkeyHealth(ValkeyChannel channel) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(channel.IsConnected ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Valkey does not answer."));
}
