namespace OrgPortal.LogtoEmulator.Control;

/// <summary>How often a route was called.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">The route's template, or the path where no route answered.</param>
/// <param name="Count">The number of requests in the journal.</param>
public sealed record JournalCount(string Method, string Route, int Count);
