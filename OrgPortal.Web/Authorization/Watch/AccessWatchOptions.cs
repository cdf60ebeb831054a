using System.ComponentModel.DataAnnotations;

namespace OrgPortal.Web.Authorization.Watch;

/// <summary>How often the portal asks Logto about people with open pages: section <c>Portal:AccessWatch</c>.</summary>
public sealed class AccessWatchOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal:AccessWatch";

    /// <summary>
    /// What the watch of one node may cost. A person with one organization open costs one call in 20 seconds, so 600 are enough for 200
    /// people; with more, everybody is asked about less often, and the log says so when that is more than half a minute.
    /// </summary>
    [Range(1, 100_000, ErrorMessage = "Portal:AccessWatch:CallsPerMinute must be at least 1. Leave the key out for 600.")]
    public int CallsPerMinute { get; set; } = 600;
}
