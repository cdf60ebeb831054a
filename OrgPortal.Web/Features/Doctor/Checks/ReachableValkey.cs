using OrgPortal.Web.Events.Nodes;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Several nodes can tell each other what happened.</summary>
internal sealed class ReachableValkey(ValkeyProbe valkey) : ITenantCheck
{
    public string Id => CheckIds.Valkey;

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken) =>
        !valkey.IsConfigured ? CheckOutcome.Pass("unused")
        : await valkey.PingAsync() is { } took ? CheckOutcome.Pass("answers", valkey.Servers, Math.Round(took.TotalMilliseconds))
        : CheckOutcome.Fail("away", valkey.Servers);
}
