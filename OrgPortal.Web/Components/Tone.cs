namespace OrgPortal.Web.Components;

/// <summary>What a colour says. Never said by the colour alone.</summary>
public enum Tone
{
    /// <summary>Worth knowing.</summary>
    Neutral,

    /// <summary>Open, waiting, yours.</summary>
    Accent,

    /// <summary>Done, in order.</summary>
    Success,

    /// <summary>Needs a look.</summary>
    Warning,

    /// <summary>Wrong, refused.</summary>
    Danger,
}
