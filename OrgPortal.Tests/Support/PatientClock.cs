using OrgPortal.Web.Components;

namespace OrgPortal.Tests.Support;

/// <summary>
/// The machine's clock, but pages that are prerendered wait for what they read however long that takes: what stands in the first answer does not depend on how busy
/// the machine is.
/// </summary>
internal sealed class PatientClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime == Prerendering.Patience && period == Timeout.InfiniteTimeSpan ? Patience.Limit : dueTime, period);
}
