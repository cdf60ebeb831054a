namespace OrgPortal.Web.Components;

/// <summary>A point of a <see cref="LineChart"/>.</summary>
/// <param name="At">When.</param>
/// <param name="Value">How many, from 0.</param>
public sealed record ChartPoint(DateTimeOffset At, long Value);
