namespace OrgPortal.Web.Features.Overview;

/// <summary>The parts of an overview, each read by itself.</summary>
[Flags]
public enum OverviewParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The organization itself.</summary>
    Profile = 1,

    /// <summary>How many people, and who administers.</summary>
    People = 2,

    /// <summary>Open invitations.</summary>
    Invitations = 4,

    /// <summary>Requests to join.</summary>
    Requests = 8,

    /// <summary>The person's own second factors.</summary>
    SecondFactors = 16,

    /// <summary>Domains.</summary>
    Domains = 32,

    /// <summary>Who came and went.</summary>
    Movements = 64,

    /// <summary>What happened last.</summary>
    Activity = 128,

    /// <summary>Whether a second factor is required, and how many have none.</summary>
    Security = 256,

    /// <summary>Everything.</summary>
    All = Profile | People | Invitations | Requests | SecondFactors | Domains | Movements | Activity | Security,
}
