namespace OrgPortal.Web.Features.Organizations.Deletion;

/// <summary>The deployer's rules about deleting organizations: section <c>Portal:Deletion</c>.</summary>
public sealed class DeletionOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal:Deletion";

    /// <summary>The longest hold.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromDays(90);

    /// <summary>The shortest hold, if there is one.</summary>
    public static readonly TimeSpan ShortestHold = TimeSpan.FromHours(1);

    /// <summary>
    /// How long a deleted organization can be restored: <c>7.00:00:00</c> for seven days. Until then it is closed here and stays in Logto. Zero, as without the setting, deletes
    /// at once.
    /// </summary>
    public TimeSpan Hold { get; set; }
}
