namespace OrgPortal.Web.Outbound;

/// <summary>Why a host did not answer.</summary>
internal enum OutboundTrouble
{
    /// <summary>No connection, or it broke off.</summary>
    Connection,

    /// <summary>The name leads nowhere, or only to where no connection is made to. Not told apart: what names there are inside is nobody's to learn.</summary>
    NoPublicAddress,

    /// <summary>The certificate, or what the two speak, does not fit.</summary>
    Tls,

    /// <summary>It took too long.</summary>
    Timeout,
}
