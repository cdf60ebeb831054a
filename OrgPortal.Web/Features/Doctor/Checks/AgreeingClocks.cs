namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Logto's clock and the portal's agree: tokens live by them, and those that tell of a sign-out only for two minutes.</summary>
internal sealed class AgreeingClocks : ITenantCheck
{
    /// <summary>What networks and headers without fractions make of clocks that agree.</summary>
    private static readonly TimeSpan Harmless = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Tolerable = TimeSpan.FromSeconds(60);

    public string Id => CheckIds.Clock;

    public IReadOnlyList<string> Needs => [CheckIds.Reachable];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        if ((await examination.Discovery).ClockSkew is not { } skew)
        {
            return CheckOutcome.Warn("unknown");
        }

        var distance = skew.Duration();
        var seconds = Math.Round(distance.TotalSeconds);
        return distance <= Harmless ? CheckOutcome.Pass("agree", seconds)
            : new CheckOutcome(distance <= Tolerable ? CheckStatus.Warning : CheckStatus.Failure, skew > TimeSpan.Zero ? "ahead" : "behind", seconds);
    }
}
