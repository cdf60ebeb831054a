namespace OrgPortal.Web.Components;

/// <summary>The height of a control. On narrow screens and under a finger all of them are at least 44 px high.</summary>
public enum ControlSize
{
    /// <summary>32 px: the usual height.</summary>
    Medium,

    /// <summary>28 px: inside rows and cards.</summary>
    Small,

    /// <summary>40 px: pages with one button.</summary>
    Large,
}
