namespace OrgPortal.Web.Components;

/// <summary>How much a button asks to be pressed.</summary>
public enum ButtonKind
{
    /// <summary>Outlined: the usual button.</summary>
    Secondary,

    /// <summary>Filled with the accent: one per view.</summary>
    Primary,

    /// <summary>Without a line: what leads away or aside.</summary>
    Ghost,

    /// <summary>Outlined, in the colour of danger: asks before it acts.</summary>
    Danger,

    /// <summary>Filled with the colour of danger: the last step of something that cannot be undone.</summary>
    DangerFilled,
}
