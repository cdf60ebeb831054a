namespace OrgPortal.Web.Features.Members;

/// <summary>What is done to several people at once.</summary>
public enum BulkKind
{
    /// <summary>Roles are added to those they have.</summary>
    AddRoles,

    /// <summary>Roles are taken away from those they have.</summary>
    TakeRoles,

    /// <summary>The roles chosen take the place of those they have.</summary>
    ReplaceRoles,

    /// <summary>Their memberships end on a day.</summary>
    SetEnd,

    /// <summary>They are removed.</summary>
    Remove,
}
