using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Logto may send people back to the portal after signing out.</summary>
internal sealed class SignedOutAddress(PortalAddress portal) : ITenantCheck
{
    public string Id => CheckIds.SignedOutAddress;

    public IReadOnlyList<string> Needs => [CheckIds.WebApplication];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var (application, wanted) = ((await examination.WebApplication)!, portal.Of(OpenIdConnectSetup.SignedOutCallbackPath).AbsoluteUri);
        return application.OidcClientMetadata.PostLogoutRedirectUris.Contains(wanted) ? CheckOutcome.Pass("allowed", wanted) : CheckOutcome.Fail("missing", wanted, application.Name);
    }
}
