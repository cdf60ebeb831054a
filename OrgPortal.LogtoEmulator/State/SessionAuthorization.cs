
namespace OrgPortal.LogtoEmulator.State;

/// <summary>An application that a session was used for.</summary>
/// <remarks>
/// <c>Sid</c>: The session's id as this application knows it.
/// </remarks>
internal sealed record SessionAuthorization(string Sid, string GrantId);
