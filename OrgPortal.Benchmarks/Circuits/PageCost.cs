namespace OrgPortal.Benchmarks.Circuits;

/// <summary>What an open page costs its server.</summary>
/// <param name="Heap">Live bytes for each.</param>
/// <param name="OpenedPerSecond">How many open in a second, HTML and circuit.</param>
/// <param name="Opened">Bytes rendered over the circuit until it shows its rows.</param>
/// <param name="Processor">Processor time to turn a page.</param>
/// <param name="Rendered">Bytes rendered to turn a page.</param>
/// <param name="Deflated">The batch with the rows, compressed by itself. Bytes.</param>
/// <param name="RoundTrip">From the act until its rows were rendered, median.</param>
/// <param name="Lost">How many were lost.</param>
internal sealed record PageCost(double Heap, double OpenedPerSecond, double Opened, TimeSpan Processor, double Rendered, double Deflated, TimeSpan RoundTrip, int Lost)
{
    public override string ToString() =>
        $"heap {Heap / 1024:0} KB; {OpenedPerSecond:0} opened/s, {Opened / 1024:0.0} KB; page turn {Processor.TotalMilliseconds:0.00} ms processor, {Rendered / 1024:0.0} KB, {Deflated / 1024:0.0} KB deflated, {RoundTrip.TotalMilliseconds:0.0} ms"
        + (Lost > 0 ? $"; {Lost} LOST" : string.Empty);
}
