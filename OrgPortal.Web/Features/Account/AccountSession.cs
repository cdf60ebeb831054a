namespace OrgPortal.Web.Features.Account;

/// <summary>Where the person is signed in: in this portal, or only at Logto, for other applications.</summary>
/// <param name="Id">What it is ended by.</param>
/// <param name="IsHere">Whether it is the one that asks.</param>
/// <param name="IsInPortal">Whether it is a session of the portal; otherwise one at Logto without one here.</param>
/// <param name="Device">What the browser called itself; <see langword="null"/> when it is not known.</param>
/// <param name="StartedAt">When the person signed in; <see langword="null"/> when it is not known.</param>
/// <param name="LastUsedAt">When it was used last, to within a few minutes; <see langword="null"/> when it is not known.</param>
public sealed record AccountSession(string Id, bool IsHere, bool IsInPortal, string? Device, DateTimeOffset? StartedAt, DateTimeOffset? LastUsedAt);
