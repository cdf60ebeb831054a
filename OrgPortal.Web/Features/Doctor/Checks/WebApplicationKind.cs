using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>The application people sign in through is there, and of the right kind.</summary>
internal sealed class WebApplicationKind(IOptions<LogtoOptions> logto) : ITenantCheck
{
    public string Id => CheckIds.WebApplication;

    public IReadOnlyList<string> Needs => [CheckIds.Access];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken) => await examination.WebApplication switch
    {
        null => CheckOutcome.Fail("unknown", logto.Value.Web.ClientId!),
        { Type: not ApplicationTypes.Traditional } other => CheckOutcome.Fail("kind", other.Name, other.Type),
        { IsThirdParty: true } stranger => CheckOutcome.Fail("stranger", stranger.Name),
        var found => CheckOutcome.Pass("found", found.Name),
    };
}
