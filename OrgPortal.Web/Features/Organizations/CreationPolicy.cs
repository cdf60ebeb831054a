namespace OrgPortal.Web.Features.Organizations;

/// <summary>Who may create organizations.</summary>
public enum CreationPolicy
{
    /// <summary>Everybody who is signed in.</summary>
    Anyone,

    /// <summary>Nobody: organizations are made elsewhere.</summary>
    Nobody,
}
