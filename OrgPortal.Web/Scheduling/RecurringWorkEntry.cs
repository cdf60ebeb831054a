namespace OrgPortal.Web.Scheduling;

/// <summary>Recurring work that somebody registered.</summary>
/// <param name="Name">By which the store knows it; stays the same when the type is renamed.</param>
/// <param name="Work">The type that does it.</param>
/// <param name="Every">From one round to the next.</param>
internal sealed record RecurringWorkEntry(string Name, Type Work, TimeSpan Every);
