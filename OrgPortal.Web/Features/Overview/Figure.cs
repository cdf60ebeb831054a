using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Overview;

/// <summary>A number with what it counts and what to think of it.</summary>
/// <param name="Icon">Its drawing.</param>
/// <param name="Label">What it counts.</param>
/// <param name="Value">The number, or a word or two; a dash where it could not be read.</param>
/// <param name="Note">A short sentence.</param>
/// <param name="Href">Where there is more about it; <see langword="null"/> for nowhere.</param>
/// <param name="Tone">Whether it needs a look.</param>
public sealed record Figure(IconName Icon, string Label, string Value, string Note, string? Href = null, Tone Tone = Tone.Neutral);
