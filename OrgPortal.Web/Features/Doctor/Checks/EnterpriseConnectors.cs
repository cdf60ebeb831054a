using Microsoft.Extensions.Options;
using OrgPortal.Web.Features.EnterpriseSignIn;
using OrgPortal.Web.Logto.Clients;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>
/// Where organizations set up enterprise sign-in by themselves, the machine application may work with connectors, the tenant sends people through them, and whoever runs the portal has said which
/// organizations may: whoever sets one up can sign in as anybody.
/// </summary>
internal sealed class EnterpriseConnectors(ISsoConnectorsClient connectors, IOptions<EnterpriseSignInOptions> options) : ITenantCheck
{
    public string Id => CheckIds.EnterpriseSignIn;

    public IReadOnlyList<string> Needs => [CheckIds.Access];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        if (options.Value.Offered == SelfService.Off)
        {
            return CheckOutcome.Pass("off");
        }

        // What Logto refuses is told by whoever runs the checks.
        await connectors.ListAsync(cancellationToken);
        return (await examination.SignIn).SingleSignOnEnabled is not true ? CheckOutcome.Fail("disabled")
            : options.Value.Organizations.Count == 0 ? CheckOutcome.Warn("anybody")
            : CheckOutcome.Pass("named", options.Value.Organizations.Count);
    }
}
