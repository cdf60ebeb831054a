namespace OrgPortal.Web.Logto;

/// <summary>Why there was no usable answer.</summary>
public enum NoAnswer
{
    /// <summary>The connection broke off, or the answer could not be read.</summary>
    BrokenOff,

    /// <summary>The name in the address is not known to DNS.</summary>
    UnknownName,

    /// <summary>Nobody listens at the address.</summary>
    NobodyThere,

    /// <summary>There is no TLS, or a certificate that is not trusted.</summary>
    Untrusted,

    /// <summary>It took too long.</summary>
    TooSlow,

    /// <summary>It was not asked, because it did not answer a moment ago.</summary>
    NotAsked,

    /// <summary>What answered is not Logto: its answer is a redirect, or not of Logto's format.</summary>
    NotLogto,
}
