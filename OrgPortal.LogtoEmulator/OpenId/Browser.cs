namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>A browser, known by its cookie.</summary>
/// <param name="Id">The cookie's value.</param>
/// <param name="SessionUid">The session it has; whether that still exists must be looked up.</param>
/// <param name="InteractionUid">The latest request that waits for a person.</param>
/// <param name="SeenAt">When it asked for something last.</param>
internal sealed record Browser(string Id, DateTimeOffset SeenAt, string? SessionUid = null, string? InteractionUid = null);
