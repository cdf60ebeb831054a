namespace OrgPortal.Web.Logto.Connection;

/// <summary>A token for the Management API.</summary>
/// <param name="Value">The bearer token.</param>
/// <param name="RenewAt">From here on a new one is fetched beside; this one still works.</param>
/// <param name="ExpiresAt">From here on it is refused.</param>
internal sealed record ManagementToken(string Value, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Never the token itself: this may reach a log.</summary>
    public override string ToString() => $"management token until {ExpiresAt:O}";
}
