namespace OrgPortal.Web.Scheduling;

/// <summary>How scheduled work is done. Section <c>Scheduling</c>.</summary>
public sealed class SchedulingOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Scheduling";

    /// <summary>Where work is kept, and whether this node does any.</summary>
    public SchedulingMode Mode { get; set; } = SchedulingMode.Store;

    /// <summary>How much work a node does at once: 1 to 100. The rest waits for its turn.</summary>
    public int AtOnce { get; set; } = 8;
}
