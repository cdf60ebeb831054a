namespace OrgPortal.Web.Features.Operators;

/// <summary>Keeps a survey to so many calls a second: whoever has called waits until the next call may be made.</summary>
/// <param name="callsPerSecond">How many, from 1.</param>
/// <param name="time">The clock.</param>
internal sealed class SurveyPace(int callsPerSecond, TimeProvider time)
{
    private readonly TimeSpan _apart = TimeSpan.FromSeconds(1.0 / callsPerSecond);
    private long? _last;

    /// <summary>A call was made.</summary>
    public async Task CountAsync(CancellationToken cancellationToken)
    {
        var rest = _last is { } last ? _apart - time.GetElapsedTime(last) : _apart;
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, time, cancellationToken);
        }

        _last = time.GetTimestamp();
    }
}
