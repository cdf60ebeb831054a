namespace OrgPortal.Web.Authentication.Sessions;

/// <summary>A session, as its owner sees it.</summary>
/// <param name="Key">What it is called inside the portal; no cookie can be made of it.</param>
/// <param name="LogtoSessionId">Logto's <c>sid</c>, if it tells one.</param>
/// <param name="StartedAt">When the person signed in here.</param>
/// <param name="LastUsedAt">When it was used last, to within a few minutes.</param>
/// <param name="Device">What the browser called itself then; <see langword="null"/> when it did not.</param>
public sealed record OpenSession(string Key, string? LogtoSessionId, DateTimeOffset StartedAt, DateTimeOffset LastUsedAt, string? Device);
