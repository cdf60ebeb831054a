using OrgPortal.Web.Authorization.Watch;
using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Support;

/// <summary>
/// The machine's clock, but pages that are prerendered wait for what they read however long that takes: what stands in the first answer does not depend on how busy
/// the machine is. And the portal does not ask Logto by itself about whoever has been there for a while: a slow test would find calls that it did not make.
/// </summary>
internal sealed class PatientClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Due(dueTime, period), period);

    private static TimeSpan Due(TimeSpan dueTime, TimeSpan period) => dueTime switch
    {
        _ when dueTime == Prerendering.Patience && period == Timeout.InfiniteTimeSpan => Patience.Limit,
        _ when dueTime == AccessWatch.Tick && period == AccessWatch.Tick => Timeout.InfiniteTimeSpan,
        _ => dueTime,
    };
}
