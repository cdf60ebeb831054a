namespace OrgPortal.Web.Components;

/// <summary>A part of a <see cref="ProgressBar"/>.</summary>
/// <param name="Amount">How much, in the bar's unit.</param>
/// <param name="Tone">Its colour.</param>
public sealed record BarPart(long Amount, Tone Tone = Tone.Accent);
