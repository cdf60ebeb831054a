namespace OrgPortal.Web.Features.Members;

/// <summary>How members are ordered.</summary>
public enum MemberOrder
{
    /// <summary>As Logto gives them out: by user id, which says nothing to anybody.</summary>
    None,

    /// <summary>By name, from A.</summary>
    Name,

    /// <summary>By name, from Z.</summary>
    NameDescending,

    /// <summary>By last sign-in, the longest ago first, and before them who never did.</summary>
    SignIn,

    /// <summary>By last sign-in, the latest first.</summary>
    SignInDescending,

    /// <summary>By role.</summary>
    Role,

    /// <summary>By role, the other way round.</summary>
    RoleDescending,
}
