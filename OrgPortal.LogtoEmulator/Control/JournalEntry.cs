namespace OrgPortal.LogtoEmulator.Control;

/// <summary>One request that the emulator has answered.</summary>
/// <param name="Number">Counted from 1 since the start; a gap means that nothing was lost but the journal was cleared.</param>
/// <param name="Time">When it came, by the emulator's clock.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path as asked for.</param>
/// <param name="Query">The query with its question mark, secrets left out; empty if there was none.</param>
/// <param name="Route">The template of the route that answered, such as <c>/api/organizations/{id}/users</c>; null if none did.</param>
/// <param name="Status">The status of the answer; 0 if the connection was dropped.</param>
/// <param name="Milliseconds">How long it took until the answer began.</param>
/// <param name="Caller">The client id the request came with, as a claim that was not checked; null if there was none.</param>
/// <param name="Fault">The kind of the planned fault that spoilt it; null if none did.</param>
public sealed record JournalEntry(
    long Number,
    DateTimeOffset Time,
    string Method,
    string Path,
    string Query,
    string? Route,
    int Status,
    double Milliseconds,
    string? Caller,
    string? Fault);
