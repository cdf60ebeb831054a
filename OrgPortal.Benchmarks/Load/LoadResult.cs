namespace OrgPortal.Benchmarks.Load;

/// <summary>What became of a load.</summary>
internal sealed class LoadResult
{
    private readonly double[] _latencies;

    /// <param name="latencies">How long each answer took that was one. Milliseconds.</param>
    /// <param name="failures">How many were none.</param>
    /// <param name="elapsed">How long it went on.</param>
    public LoadResult(IEnumerable<double> latencies, int failures, TimeSpan elapsed)
    {
        _latencies = [.. latencies.Order()];
        (Failures, Elapsed) = (failures, elapsed);
    }

    /// <summary>Answers that were none: nothing that was measured beside them counts.</summary>
    public int Failures { get; }

    /// <summary>How long it went on.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Answers.</summary>
    public int Count => _latencies.Length;

    /// <summary>Answers in a second.</summary>
    public double Rate => Count / Elapsed.TotalSeconds;

    /// <summary>The latency that so many percent do not exceed. Milliseconds; not a number when there is none.</summary>
    public double Percentile(double percent) =>
        _latencies.Length == 0 ? double.NaN : _latencies[Math.Clamp((int)Math.Ceiling(percent / 100 * _latencies.Length) - 1, 0, _latencies.Length - 1)];
}
