namespace OrgPortal.Web.Components;

internal static class Tones
{
    /// <summary>The class that carries the tone; none for <see cref="Tone.Neutral"/>.</summary>
    public static string? Css(Tone tone) => tone switch
    {
        Tone.Accent => "tone-accent",
        Tone.Success => "tone-success",
        Tone.Warning => "tone-warning",
        Tone.Danger => "tone-danger",
        _ => null,
    };

    /// <summary>The icon that says the same without colour.</summary>
    public static IconName Icon(Tone tone) => tone switch
    {
        Tone.Success => IconName.Check,
        Tone.Warning or Tone.Danger => IconName.Alert,
        _ => IconName.Info,
    };
}
