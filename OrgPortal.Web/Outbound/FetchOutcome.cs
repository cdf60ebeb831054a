namespace OrgPortal.Web.Outbound;

/// <summary>How asking for a document ended.</summary>
internal enum FetchOutcome
{
    /// <summary>It is there.</summary>
    Found,

    /// <summary>No HTTPS, another port than 443, or a user name in the address.</summary>
    NotAllowed,

    /// <summary>The host is not on the Internet.</summary>
    Inside,

    /// <summary>No connection, no answer in time, or it broke off.</summary>
    Unreachable,

    /// <summary>The host answered with something else: an error, a redirect.</summary>
    Refused,

    /// <summary>More than is read.</summary>
    TooLarge,
}
