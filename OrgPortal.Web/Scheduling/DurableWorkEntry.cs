namespace OrgPortal.Web.Scheduling;

/// <summary>Durable work that somebody registered.</summary>
/// <param name="Name">By which the store knows it; stays the same when the type is renamed.</param>
/// <param name="Work">The type that does it.</param>
internal sealed record DurableWorkEntry(string Name, Type Work);
