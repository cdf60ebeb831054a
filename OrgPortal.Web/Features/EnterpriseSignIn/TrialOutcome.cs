namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>What came of a test sign-in.</summary>
public enum TrialOutcome
{
    /// <summary>Somebody signed in through the connection, with an address of its domains.</summary>
    Passed,

    /// <summary>Somebody did, and their address is of none of its domains.</summary>
    OtherDomain,

    /// <summary>Somebody did, and the provider told no address, or none that it has verified.</summary>
    NoAddress,

    /// <summary>Somebody signed in, but by another way.</summary>
    AnotherWay,

    /// <summary>Whoever tried it turned back.</summary>
    Cancelled,

    /// <summary>Logto or the provider said no.</summary>
    Refused,

    /// <summary>Logto did not say who signed in.</summary>
    Unknown,
}
