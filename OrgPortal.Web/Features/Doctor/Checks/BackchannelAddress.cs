using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Hosting;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Logto tells the portal that somebody signed out elsewhere, and which of the person's sessions it was.</summary>
internal sealed class BackchannelAddress(PortalAddress portal) : ITenantCheck
{
    public string Id => CheckIds.BackchannelAddress;

    public IReadOnlyList<string> Needs => [CheckIds.WebApplication];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var (application, wanted) = ((await examination.WebApplication)!, portal.Of(BackchannelLogoutEndpoint.Path).AbsoluteUri);
        return application.OidcClientMetadata switch
        {
            { BackchannelLogoutUri: null or "" } => CheckOutcome.Fail("missing", wanted, application.Name),
            { BackchannelLogoutUri: var set } when set != wanted => CheckOutcome.Fail("other", wanted, application.Name),
            { BackchannelLogoutSessionRequired: not true } => CheckOutcome.Warn("session", application.Name),
            _ => CheckOutcome.Pass("told", wanted),
        };
    }
}
