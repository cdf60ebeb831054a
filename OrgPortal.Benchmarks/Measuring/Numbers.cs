namespace OrgPortal.Benchmarks.Measuring;

/// <summary>What is made of several measurements.</summary>
internal static class Numbers
{
    /// <summary>The one in the middle, or between the two in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
