namespace OrgPortal.Web.Authentication;

/// <summary>The names of the authentication schemes.</summary>
internal static class PortalSchemes
{
    /// <summary>The session's cookie: who is there.</summary>
    public const string Session = "Session";

    /// <summary>Sign-in and sign-out over OpenID Connect.</summary>
    public const string OpenId = "Logto";

    /// <summary>A person's access token: who calls the API.</summary>
    public const string Bearer = "Bearer";
}
