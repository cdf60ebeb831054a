namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>Lines that are looked at together.</summary>
public enum ImportGroup
{
    /// <summary>Those that are sent.</summary>
    Ready,

    /// <summary>Those that can be corrected.</summary>
    Correct,

    /// <summary>Those that are left out.</summary>
    Left,
}
