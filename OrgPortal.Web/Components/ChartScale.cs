namespace OrgPortal.Web.Components;

/// <summary>The values at the bottom, in the middle and at the top of a chart: whole numbers, evenly apart.</summary>
/// <param name="Low">At the bottom.</param>
/// <param name="High">At the top.</param>
internal readonly record struct ChartScale(long Low, long High)
{
    /// <summary>In the middle.</summary>
    public long Middle => (Low + High) / 2;

    /// <summary>From zero, unless the values are so far from it that their changes could not be seen; the numbers at the side say which.</summary>
    public static ChartScale For(IReadOnlyList<ChartPoint> points)
    {
        var (least, most) = (points.Min(point => point.Value), points.Max(point => point.Value));
        var low = least * 2 <= most ? 0 : Math.Max(0, least - Math.Max(1, most - least));
        var high = Math.Max(low + 2, most + Math.Max(1, (most - low) / 10));
        return new ChartScale(low, high + ((high - low) % 2));
    }

    /// <summary>How far below the top a value is, in hundredths of the height.</summary>
    public double Depth(long value) => 100.0 * (High - value) / (High - Low);
}
