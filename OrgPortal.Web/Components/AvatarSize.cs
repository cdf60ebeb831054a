namespace OrgPortal.Web.Components;

/// <summary>How large a person or an organization is shown.</summary>
public enum AvatarSize
{
    /// <summary>32 px: rows.</summary>
    Medium,

    /// <summary>24 px: navigation and small lists.</summary>
    Small,

    /// <summary>56 px: a page about one person.</summary>
    Large,
}
