namespace OrgPortal.Web.Authentication.Sessions;

/// <summary>How long people stay signed in: section <c>Portal:Sessions</c>.</summary>
public sealed class SessionLifetimeOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal:Sessions";

    /// <summary>A session ends after this time without a request and without a click in an open page.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromHours(8);

    /// <summary>A session ends after this time in any case. Not longer than Logto's refresh tokens live (14 days by default).</summary>
    public TimeSpan MaximumAge { get; set; } = TimeSpan.FromDays(14);
}
