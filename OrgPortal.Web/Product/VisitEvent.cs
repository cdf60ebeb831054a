namespace OrgPortal.Web.Product;

/// <summary>What a person did here that the product wants to hear of.</summary>
public enum VisitEvent
{
    /// <summary>Created an organization.</summary>
    Created,

    /// <summary>Became a member of one: by an invitation, a join link or a request.</summary>
    Joined,

    /// <summary>Declined an invitation.</summary>
    Declined,

    /// <summary>Left an organization.</summary>
    Left,

    /// <summary>Deleted an organization.</summary>
    Deleted,
}
