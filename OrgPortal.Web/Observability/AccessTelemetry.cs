using System.Diagnostics.Metrics;

namespace OrgPortal.Web.Observability;

/// <summary>Whether people with open pages are asked about in time.</summary>
public sealed class AccessTelemetry : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "OrgPortal.Access";

    private readonly Meter _meter;
    private int _people;
    private double _oldest;

    /// <summary>Makes the meter.</summary>
    public AccessTelemetry(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _meter.CreateObservableGauge("orgportal.access.people", () => _people, "{person}", "People with open pages on this node.");
        _meter.CreateObservableGauge("orgportal.access.oldest_check", () => Volatile.Read(ref _oldest), "s", "How long ago Logto was asked about the person who has waited longest. Over 30 the budget is too small.");
    }

    /// <summary>As it is now.</summary>
    public void Report(int people, TimeSpan oldest)
    {
        Volatile.Write(ref _people, people);
        Volatile.Write(ref _oldest, oldest.TotalSeconds);
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
