using OrgPortal.Benchmarks.Load;

namespace OrgPortal.Benchmarks.Measuring;

/// <summary>Two candidates, one after the other.</summary>
/// <param name="Name">The measured one.</param>
/// <param name="Measured">How it did.</param>
/// <param name="Cost">Its processor time for a request. Microseconds.</param>
/// <param name="Floor">What it is compared with.</param>
/// <param name="Against">How that did.</param>
/// <param name="FloorCost">Its processor time for a request. Microseconds.</param>
internal sealed record Round(string Name, LoadResult Measured, double? Cost, string Floor, LoadResult Against, double? FloorCost)
{
    /// <summary>Something failed: the round says nothing.</summary>
    public bool IsVoid => Measured.Failures + Against.Failures > 0 || Against.Count == 0;

    /// <summary>How many times the answers.</summary>
    public double Ratio => Measured.Rate / Against.Rate;

    public override string ToString() => IsVoid
        ? $"VOID: {Against.Failures} answers of {Floor} and {Measured.Failures} of {Name} were none"
        : $"{Of(Floor, Against, FloorCost)} | {Of(Name, Measured, Cost)} | {Ratio:0.00}x";

    private static string Of(string name, LoadResult result, double? cost) =>
        $"{name} {result.Rate,7:0}/s p50 {result.Percentile(50),6:0.00} p99 {result.Percentile(99),7:0.00} ms{(cost is { } some ? $" {some,5:0} us" : string.Empty)}";
}
