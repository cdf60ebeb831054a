using Microsoft.Extensions.Options;
using OrgPortal.Web.Features.Domains;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>An address belongs to whoever signed up with it: otherwise anybody can be the colleague that an address says, or the one who was invited.</summary>
internal sealed class SignUpVerification(IOptions<DomainOptions> domains) : ITenantCheck
{
    public string Id => CheckIds.SignUpVerification;

    public IReadOnlyList<string> Needs => [CheckIds.Access];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken) => await examination.SignIn switch
    {
        { SignInMode: "SignIn" } => CheckOutcome.Pass("closed"),
        { SignUp.Verify: true } => CheckOutcome.Pass("verified"),
        _ => domains.Value.TrustAddresses ? CheckOutcome.Warn("trusted") : CheckOutcome.Fail("unverified"),
    };
}
