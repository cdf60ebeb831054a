namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>What came of reading a signed token.</summary>
internal enum TokenReading
{
    /// <summary>Not three parts of JSON and a signature.</summary>
    NotAToken,

    /// <summary>Signed by somebody else, changed, or of another kind.</summary>
    Forged,

    /// <summary>Signed by this emulator.</summary>
    Genuine,
}
