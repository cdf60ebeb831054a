using System.Collections.Concurrent;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>
/// What a node sends at once to webhooks that are well, or to those in trouble: each has places of its own, so that whoever does not answer holds up nobody who does. A
/// webhook gets only so many of them.
/// </summary>
internal sealed class WebhookLane(bool isTroubled, int places, int mostForOne)
{
    private readonly ConcurrentDictionary<long, (Guid Webhook, Task Sending)> _underWay = new();

    /// <summary>Whether it is for those in trouble.</summary>
    public bool IsTroubled => isTroubled;

    /// <summary>How many more can be sent.</summary>
    public int Free => places - _underWay.Count;

    /// <summary>Webhooks that get no more now.</summary>
    public IReadOnlyCollection<Guid> Busy => [.. _underWay.Values.GroupBy(one => one.Webhook).Where(group => group.Count() >= mostForOne).Select(group => group.Key)];

    /// <summary>Whether this can be sent now.</summary>
    public bool HasRoomFor(long delivery, Guid webhook) => Free > 0 && !_underWay.ContainsKey(delivery) && _underWay.Values.Count(one => one.Webhook == webhook) < mostForOne;

    /// <summary>Begins to send.</summary>
    /// <param name="delivery">What.</param>
    /// <param name="webhook">Where to.</param>
    /// <param name="send">Sends it; ends without an exception.</param>
    public void Begin(long delivery, Guid webhook, Func<Task> send)
    {
        var begun = new TaskCompletionSource();
        _underWay[delivery] = (webhook, RunAsync());
        begun.SetResult();

        async Task RunAsync()
        {
            // In place before it can end.
            await begun.Task;
            await Task.Yield();
            try
            {
                await send();
            }
            finally
            {
                _underWay.TryRemove(delivery, out _);
            }
        }
    }

    /// <summary>Waits for all that is under way, however it ends.</summary>
    public async Task DrainAsync() => await Task.WhenAll(_underWay.Values.Select(one => one.Sending)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
