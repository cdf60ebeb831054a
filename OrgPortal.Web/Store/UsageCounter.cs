namespace OrgPortal.Web.Store;

/// <summary>How often something was done in a window of time, for limits that hold across nodes and restarts.</summary>
public sealed class UsageCounter
{
    /// <summary>What is counted, and whose.</summary>
    public required string Key { get; init; }

    /// <summary>When the window began, Unix milliseconds.</summary>
    public required long WindowStartMilliseconds { get; init; }

    /// <summary>How often.</summary>
    public required int Count { get; init; }
}
