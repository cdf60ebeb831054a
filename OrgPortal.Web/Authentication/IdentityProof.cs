namespace OrgPortal.Web.Authentication;

/// <summary>
/// How long it counts that somebody has proved who they are: Logto's <c>auth_time</c>, which came in the ID token that the session was
/// begun with and cannot be of anybody else.
/// </summary>
public static class IdentityProof
{
    /// <summary>How old it may be for acts that ask for it.</summary>
    public static readonly TimeSpan CountsFor = TimeSpan.FromMinutes(10);

    /// <summary>How far Logto's clock may be ahead of ours. What lies further in the future proves nothing.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>Whether the person proved who they are recently enough. Never when that time is not known.</summary>
    public static bool IsGiven(Person person, DateTimeOffset now) =>
        person.AuthenticatedAt is { } at && at - now <= Skew && now - at <= CountsFor;
}
