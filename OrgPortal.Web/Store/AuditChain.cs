namespace OrgPortal.Web.Store;

/// <summary>
/// Where the audit trail begins and ends: one row. The end shows when records are missing behind the last one; the beginning lets the
/// rest be proved after retention took what was before it. Whoever writes holds this row until it is done.
/// </summary>
public sealed class AuditChain
{
    /// <summary>The only row's key.</summary>
    public const int OnlyId = 1;

    /// <summary>What stands for the record before the first.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; init; } = OnlyId;

    /// <summary>The place of the last record that retention removed; 0 for none.</summary>
    public long AnchorSequence { get; set; }

    /// <summary>Its hash.</summary>
    public string AnchorHash { get; set; } = Genesis;

    /// <summary>The place of the newest record; 0 for none.</summary>
    public long HeadSequence { get; set; }

    /// <summary>Its hash.</summary>
    public string HeadHash { get; set; } = Genesis;

    /// <summary>The key the seal is made with, by the key's public name; <see langword="null"/> for none.</summary>
    public string? KeyId { get; set; }

    /// <summary>The hash over beginning and end, hexadecimal; empty before the first record.</summary>
    public string Seal { get; set; } = string.Empty;

    /// <summary>Raised by whoever is about to write, which makes all others wait.</summary>
    public long Turn { get; set; }
}
