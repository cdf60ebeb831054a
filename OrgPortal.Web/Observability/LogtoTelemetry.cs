using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;

namespace OrgPortal.Web.Observability;

/// <summary>One span and one duration per call of the Management API, by route template: never an identifier.</summary>
public sealed class LogtoTelemetry : IDisposable
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "OrgPortal.Logto";

    private readonly ActivitySource _source = new(Name);
    private readonly Meter _meter;
    private readonly Histogram<double> _duration;

    /// <summary>Makes the meter.</summary>
    public LogtoTelemetry(IMeterFactory meters)
    {
        _meter = meters.Create(Name);
        _duration = _meter.CreateHistogram<double>("orgportal.logto.request.duration", "s", "Duration of calls of Logto's Management API, retries included.");
    }

    /// <summary>Begins a call; disposing of it ends it.</summary>
    public LogtoCall Begin(HttpMethod method, string route) => new(this, method.Method, route);

    /// <inheritdoc />
    public void Dispose()
    {
        _source.Dispose();
        _meter.Dispose();
    }

    /// <summary>A call under way.</summary>
    public sealed class LogtoCall : IDisposable
    {
        private readonly LogtoTelemetry _telemetry;
        private readonly Activity? _activity;
        private readonly long _begun = Stopwatch.GetTimestamp();
        private readonly string _method;
        private readonly string _route;
        private int? _status;

        internal LogtoCall(LogtoTelemetry telemetry, string method, string route)
        {
            (_telemetry, _method, _route) = (telemetry, method, route);
            _activity = telemetry._source.StartActivity($"{method} {route}", ActivityKind.Client);
        }

        /// <summary>Logto answered.</summary>
        public void Answered(HttpStatusCode status) => _status = (int)status;

        /// <inheritdoc />
        public void Dispose()
        {
            _activity?.SetTag("http.response.status_code", _status);
            if (_status is null or >= 400)
            {
                _activity?.SetStatus(ActivityStatusCode.Error);
            }

            _activity?.Dispose();
            _telemetry._duration.Record(
                Stopwatch.GetElapsedTime(_begun).TotalSeconds,
                new("http.request.method", _method),
                new("http.route", _route),
                new("http.response.status_code", _status));
        }
    }
}
