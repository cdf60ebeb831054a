using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OrgPortal.Tests.Support;

/// <summary>Keeps every activity and measurement of this process, of whatever library, as an exporter would get them.</summary>
public sealed class CapturedTelemetry : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;

    public CapturedTelemetry()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Keep(instrument, tags));
        _meters.Start();
    }

    /// <summary>Name and tags of each.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Keep(Activity activity)
    {
        var events = string.Join(' ', activity.Events.Select(happened => $"{happened.Name} {Written(happened.Tags)}"));
        _lines.Enqueue($"span {activity.Source.Name} {activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {Written(activity.TagObjects)} {Written(activity.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value)))} {events}");
    }

    private void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _lines.Enqueue($"metric {instrument.Meter.Name} {instrument.Name} {Written(tags.ToArray())}");

    private static string Written(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));
}
