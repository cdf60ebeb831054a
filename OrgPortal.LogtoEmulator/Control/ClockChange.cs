namespace OrgPortal.LogtoEmulator.Control;

/// <summary>How the clock is to be moved: set, then advanced.</summary>
internal sealed record ClockChange(DateTimeOffset? Now, bool? Frozen, double? AdvanceSeconds);
