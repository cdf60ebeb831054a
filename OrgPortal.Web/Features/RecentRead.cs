using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features;

/// <summary>
/// Something small in the store that every page asks for: read once for all who ask at the same time, and remembered for a moment from then on. A failure is never remembered, and what
/// is forgotten while it is being read is read again by the next.
/// </summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="read">Reads it.</param>
/// <param name="recentFor">How long it is remembered.</param>
/// <param name="time">The clock.</param>
internal sealed class RecentRead<T>(Func<Task<Result<T>>> read, TimeSpan recentFor, TimeProvider time)
{
    private readonly Lock _gate = new();
    private Reading? _recent;

    /// <summary>What was read a moment ago, or is read now. Several people share the answer, so cancelling ends the waiting of this one only.</summary>
    public Task<Result<T>> GetAsync(CancellationToken cancellationToken)
    {
        Reading reading;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            reading = _recent is { } known && now - known.AskedAt < recentFor && !known.HasFailed
                ? known
                : _recent = new Reading(now, new Lazy<Task<Result<T>>>(read));
        }

        return reading.Answer.Value.WaitAsync(cancellationToken);
    }

    /// <summary>The next reads.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _recent = null;
        }
    }

    private sealed record Reading(DateTimeOffset AskedAt, Lazy<Task<Result<T>>> Answer)
    {
        public bool HasFailed => Answer is { IsValueCreated: true, Value: { IsCompleted: true, Result.IsFailure: true } };
    }
}
