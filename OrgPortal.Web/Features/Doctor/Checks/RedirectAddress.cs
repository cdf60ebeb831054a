using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Logto may send people back to the portal after signing in.</summary>
internal sealed class RedirectAddress(PortalAddress portal) : ITenantCheck
{
    public string Id => CheckIds.RedirectAddress;

    public IReadOnlyList<string> Needs => [CheckIds.WebApplication];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var (application, wanted) = ((await examination.WebApplication)!, portal.Of(OpenIdConnectSetup.CallbackPath).AbsoluteUri);
        return application.OidcClientMetadata.RedirectUris.Contains(wanted) ? CheckOutcome.Pass("allowed", wanted) : CheckOutcome.Fail("missing", wanted, application.Name);
    }
}
