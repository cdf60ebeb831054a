namespace OrgPortal.Web.Audit;

/// <summary>How the trail is kept: section <c>Portal:Audit</c>.</summary>
public sealed class AuditOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal:Audit";

    /// <summary>The shortest key, in characters.</summary>
    public const int ShortestKey = 32;

    /// <summary>
    /// A secret that is not in the store: with it, whoever can change the store still cannot make a chain that verifies. Any text of
    /// at least <see cref="ShortestKey"/> characters; <see langword="null"/> for a chain without a key.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>Keys that were used before, so that older records still verify.</summary>
    public IList<string> PreviousKeys { get; } = [];

    /// <summary>How many days records are kept; 0 for ever.</summary>
    public int RetentionDays { get; set; }
}
