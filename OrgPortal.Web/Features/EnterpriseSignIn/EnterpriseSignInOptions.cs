using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>Whether organizations set up enterprise sign-in by themselves. Section <c>Portal:EnterpriseSignIn</c>.</summary>
public sealed class EnterpriseSignInOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Portal:EnterpriseSignIn";

    /// <summary>
    /// <c>off</c>, <c>oidc</c> or <c>all</c>. Off unless set: Logto signs in whoever an identity provider names by address, whatever the address, so whoever sets one up could sign in as anybody of the
    /// tenant. A text, so that a wrong one is answered with a remedy.
    /// </summary>
    public string SelfService { get; set; } = nameof(EnterpriseSignIn.SelfService.Off);

    /// <summary>The ids of the organizations that may; none for all of them.</summary>
    public IList<string> Organizations { get; } = [];

    /// <summary>How many connections an organization may have.</summary>
    public int PerOrganization { get; set; } = 5;

    /// <summary>
    /// Origins of the deployer's own (<c>https://sso.example.internal:8443</c>), where an identity provider may be although it is at an internal address, over plain HTTP or at another port.
    /// </summary>
    public IList<string> TrustedOrigins { get; } = [];

    /// <summary><see cref="SelfService"/>, read. Off while it cannot be.</summary>
    public SelfService Offered => Enum.TryParse<SelfService>(SelfService, ignoreCase: true, out var offered) && Enum.IsDefined(offered) ? offered : EnterpriseSignIn.SelfService.Off;

    /// <summary>What an organization may set up by itself.</summary>
    public SelfService OfferedTo(OrganizationId organization) =>
        Organizations.Count == 0 || Organizations.Contains(organization.Value) ? Offered : EnterpriseSignIn.SelfService.Off;
}
