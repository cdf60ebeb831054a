using OrgPortal.Web.Authorization.Watch;
using OrgPortal.Web.Components;
using OrgPortal.Web.Images;

namespace OrgPortal.Tests.Support;

/// <summary>
/// The machine's clock, but pages that are prerendered wait for what they read however long that takes, and so does whoever fetches a picture: what stands in the first
/// answer does not depend on how busy the machine is. And the portal does not ask Logto by itself about whoever has been there for a while: a slow test would find calls
/// that it did not make.
/// </summary>
internal sealed class PatientClock : TimeProvider
{
    private static readonly TimeSpan[] Lengthened = [Prerendering.PatienceForStatus, PictureFetcher.Patience];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Due(state, dueTime, period), period);

    private static TimeSpan Due(object? state, TimeSpan dueTime, TimeSpan period) => dueTime switch
    {
        _ when period == Timeout.InfiniteTimeSpan && (Lengthened.Contains(dueTime) || (dueTime == Prerendering.Patience && !IsAPauseOfACall(state))) => Patience.Limit,
        _ when dueTime == AccessWatch.Tick && period == AccessWatch.Tick => Timeout.InfiniteTimeSpan,
        _ => dueTime,
    };

    // Before Logto is asked again there is a pause of a length that chance decides, and it may be the same. It ends with its call, and begins where no page is rendered.
    private static bool IsAPauseOfACall(object? state) =>
        SynchronizationContext.Current is null && state?.GetType().Name.Contains("WithCancellation", StringComparison.Ordinal) is true;
}
