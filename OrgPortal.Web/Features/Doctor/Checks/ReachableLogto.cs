using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Something that speaks OpenID Connect answers at the configured address, and not too slowly.</summary>
internal sealed class ReachableLogto(IOptions<LogtoOptions> logto) : ITenantCheck
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);

    public string Id => CheckIds.Reachable;

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var took = (await examination.Discovery).Took;
        var (address, milliseconds) = (logto.Value.Endpoint!.AbsoluteUri.TrimEnd('/'), Math.Round(took.TotalMilliseconds));
        return took < Slow ? CheckOutcome.Pass("answers", address, milliseconds) : CheckOutcome.Warn("slow", address, milliseconds);
    }
}
