namespace OrgPortal.Web.Features.Webhooks;

/// <summary>When something that did not arrive is sent again: ten times within a good three days, ever more rarely, and never at the same moment as everything else.</summary>
internal static class WebhookSchedule
{
    /// <summary>How often something is sent before it is given up.</summary>
    public static int MostTries => Delays.Length + 1;

    /// <summary>The longest wait that a host may ask for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    // Up to a tenth more or less; of two neighbours that are closer than that the order would be chance.
    private const double Spread = 0.1;

    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(9), TimeSpan.FromHours(13), TimeSpan.FromHours(18), TimeSpan.FromHours(24),
    ];

    /// <summary>How long to wait; <see langword="null"/> when it was enough.</summary>
    /// <param name="tries">How often it was tried.</param>
    /// <param name="wanted">How long the host wants to be left alone.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan? DelayAfter(int tries, TimeSpan? wanted, double chance)
    {
        if (tries > Delays.Length)
        {
            return null;
        }

        var delay = Delays[tries - 1] * (1 - Spread + 2 * Spread * chance);
        return wanted is { } asked && asked > delay ? asked < Longest ? asked : Longest : delay;
    }
}
