namespace OrgPortal.Web.Components;

/// <summary>Which way a column orders the rows.</summary>
public enum SortDirection
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>From the least.</summary>
    Ascending,

    /// <summary>From the most.</summary>
    Descending,
}
