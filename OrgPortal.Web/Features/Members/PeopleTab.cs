namespace OrgPortal.Web.Features.Members;

/// <summary>The parts of People.</summary>
public enum PeopleTab
{
    /// <summary>Who belongs to the organization.</summary>
    Members,

    /// <summary>Who was asked to.</summary>
    Invitations,

    /// <summary>Who asks to. Only where people can ask, or have asked.</summary>
    Requests,
}
