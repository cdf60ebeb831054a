namespace OrgPortal.Web.Features.Account;

/// <summary>Where a person is signed in.</summary>
/// <param name="Sessions">The one that asks first, then the one used last.</param>
/// <param name="IsComplete">Whether Logto said what it knows; otherwise these are the portal's own.</param>
public sealed record AccountSessionList(IReadOnlyList<AccountSession> Sessions, bool IsComplete);
