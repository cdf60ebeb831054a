namespace OrgPortal.Web.Features.Members;

/// <summary>What is asked before something is done to several people.</summary>
public enum BulkForm
{
    /// <summary>Which roles, and how.</summary>
    Roles,

    /// <summary>Which day.</summary>
    End,

    /// <summary>Nothing: they are removed.</summary>
    Remove,
}
