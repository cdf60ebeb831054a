namespace OrgPortal.Web.Features.Overview;

/// <summary>The first steps, in the order they are shown.</summary>
public enum SetupStepKind
{
    /// <summary>Create the organization.</summary>
    Create,

    /// <summary>Invite somebody.</summary>
    Invite,

    /// <summary>Give it a logo.</summary>
    Logo,

    /// <summary>Prove a domain.</summary>
    Domain,

    /// <summary>Require a second factor.</summary>
    SecondFactor,
}
