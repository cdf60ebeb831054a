using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Logto calls itself what the portal calls it: tokens of another issuer are refused.</summary>
internal sealed class ExpectedIssuer(IOptions<LogtoOptions> logto) : ITenantCheck
{
    private const string Path = "/oidc";

    public string Id => CheckIds.Issuer;

    public IReadOnlyList<string> Needs => [CheckIds.Reachable];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var endpoint = logto.Value.Endpoint!.AbsoluteUri.TrimEnd('/');
        var (issuer, expected) = ((await examination.Discovery).Issuer, endpoint + Path);
        return issuer == expected
            ? CheckOutcome.Pass("same", issuer)
            : CheckOutcome.Fail("other", issuer, expected, issuer.EndsWith(Path, StringComparison.Ordinal) ? issuer[..^Path.Length] : issuer, endpoint);
    }
}
