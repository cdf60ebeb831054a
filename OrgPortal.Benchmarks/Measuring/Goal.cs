namespace OrgPortal.Benchmarks.Measuring;

/// <summary>What a figure is to reach with so many connections.</summary>
/// <param name="Connections">How many.</param>
/// <param name="Ratio">How many times the answers of what it is compared with.</param>
internal sealed record Goal(int Connections, double Ratio);
