using System.ComponentModel;

namespace OrgPortal.Web.Features.EnterpriseSignIn.Api;

/// <summary>An OpenID Connect provider.</summary>
internal sealed record OidcRequest(
    [property: Description("Its issuer: its discovery document is read from there.")] string? Issuer,
    [property: Description("What Logto is called there.")] string? ClientId,
    [property: Description("Its secret there; left out to keep the one there is. Never told again.")] string? ClientSecret = null)
{
    /// <summary>The issuer alone.</summary>
    public override string ToString() => Issuer ?? string.Empty;
}
