namespace OrgPortal.Web.Components;

/// <summary>The parts of the command palette, in their order.</summary>
public enum PaletteGroup
{
    /// <summary>Members of the open organization.</summary>
    People,

    /// <summary>What can be done.</summary>
    Actions,

    /// <summary>Pages to go to.</summary>
    Pages,

    /// <summary>Organizations to switch to.</summary>
    Organizations,

    /// <summary>What is the person's own.</summary>
    Account,
}
