namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>What organizations may set up by themselves.</summary>
public enum SelfService
{
    /// <summary>Nothing: whoever runs Logto does it.</summary>
    Off,

    /// <summary>OpenID Connect.</summary>
    Oidc,

    /// <summary>OpenID Connect and SAML.</summary>
    All,
}
