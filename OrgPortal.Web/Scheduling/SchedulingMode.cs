namespace OrgPortal.Web.Scheduling;

/// <summary>Where scheduled work is kept, and whether this node does any.</summary>
public enum SchedulingMode
{
    /// <summary>In the portal's store: survives restarts, and with PostgreSQL all nodes share it.</summary>
    Store,

    /// <summary>In the store, but this node only hands work out and does none.</summary>
    Off,

    /// <summary>In memory, and forgotten at the end: for tests.</summary>
    Memory,
}
