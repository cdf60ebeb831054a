namespace OrgPortal.Web.Components;

/// <summary>What a table column holds.</summary>
public enum ColumnKind
{
    /// <summary>A fact: on narrow screens a line "name value".</summary>
    Plain,

    /// <summary>What the row is about: the head of the card on narrow screens.</summary>
    Main,

    /// <summary>The row's menu or small buttons: the corner of the card on narrow screens.</summary>
    Menu,

    /// <summary>A check box: left out on narrow screens.</summary>
    Check,
}
