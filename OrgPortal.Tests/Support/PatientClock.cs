using OrgPortal.Web.Components;
using OrgPortal.Web.Images;

namespace OrgPortal.Tests.Support;

/// <summary>
/// The machine's clock, but pages that are prerendered wait for what they read however long that takes, and so does whoever fetches a picture: what stands in the first
/// answer does not depend on how busy the machine is.
/// </summary>
internal sealed class PatientClock : TimeProvider
{
    // The second is also that of pages whose answer may be another page.
    private static readonly TimeSpan[] Lengthened = [Prerendering.Patience, PictureFetcher.Patience];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Lengthened.Contains(dueTime) && period == Timeout.InfiniteTimeSpan ? Patience.Limit : dueTime, period);
}
