namespace OrgPortal.Web.Features.Security;

/// <summary>What whoever requires a second factor knows and wants all the same.</summary>
public enum SecondFactorAcceptance
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>That they have none themselves.</summary>
    Oneself,

    /// <summary>That nobody who administers the organization has one.</summary>
    Administrators,
}
