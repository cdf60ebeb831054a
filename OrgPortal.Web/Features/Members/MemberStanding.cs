namespace OrgPortal.Web.Features.Members;

/// <summary>What can be said of a member beside the roles.</summary>
public enum MemberStanding
{
    /// <summary>The account is not suspended.</summary>
    Active,

    /// <summary>The account is suspended in the tenant.</summary>
    Suspended,

    /// <summary>The membership ends on a day.</summary>
    Ending,
}
