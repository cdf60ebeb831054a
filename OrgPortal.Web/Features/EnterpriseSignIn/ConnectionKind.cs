namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>What an identity provider speaks, or which one it is.</summary>
public enum ConnectionKind
{
    /// <summary>OpenID Connect.</summary>
    Oidc,

    /// <summary>SAML 2.0.</summary>
    Saml,

    /// <summary>Microsoft Entra ID, set up in Logto itself.</summary>
    Entra,

    /// <summary>Google Workspace, set up in Logto itself.</summary>
    Google,

    /// <summary>Okta, set up in Logto itself.</summary>
    Okta,

    /// <summary>One that this version of the portal does not know.</summary>
    Other,
}
