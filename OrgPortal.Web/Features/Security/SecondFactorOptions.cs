namespace OrgPortal.Web.Features.Security;

/// <summary>Where people set up a second factor. Section <c>Portal:SecondFactor</c>.</summary>
public sealed class SecondFactorOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Portal:SecondFactor";

    /// <summary>
    /// The page on which people set one up: Logto's account center, or one of the deployer's own. Without it they are led to sign in again, where Logto asks for one when the
    /// tenant's policy says so.
    /// </summary>
    public Uri? Url { get; set; }
}
