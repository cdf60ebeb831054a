namespace OrgPortal.Web.Features.Domains;

/// <summary>How far the proof of a domain is.</summary>
public enum DomainState
{
    /// <summary>Claimed; its record was not found yet, or is gone for too long.</summary>
    Unverified,

    /// <summary>Its record was found.</summary>
    Verified,

    /// <summary>Verified, but the record is gone: it stays so for <see cref="DomainStates.Grace"/>.</summary>
    Lapsing,
}
