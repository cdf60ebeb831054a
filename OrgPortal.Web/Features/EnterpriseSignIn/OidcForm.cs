namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>An OpenID Connect provider, as somebody typed it.</summary>
/// <param name="Issuer">Its address.</param>
/// <param name="ClientId">What Logto is called there.</param>
/// <param name="ClientSecret">Its secret there; empty to keep the one there is.</param>
public sealed record OidcForm(string Issuer, string ClientId, string? ClientSecret)
{
    /// <summary>The issuer alone.</summary>
    public override string ToString() => Issuer;
}
