namespace OrgPortal.Tests.Logto;

/// <summary>What came to a <see cref="ScriptedLogto"/>.</summary>
/// <param name="Request">As "GET /api/organizations?page=1".</param>
/// <param name="Body">The body, or nothing.</param>
/// <param name="ContentType">What the body is said to be.</param>
/// <param name="Token">The bearer token.</param>
/// <param name="At">When it came.</param>
internal sealed record ScriptedCall(string Request, string? Body, string? ContentType, string? Token, DateTimeOffset At);
