using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Logto knows the machine application by its id and secret, and the Management API by its indicator.</summary>
internal sealed class MachineCredentials(IOptions<LogtoOptions> logto) : ITenantCheck
{
    public string Id => CheckIds.Credentials;

    public IReadOnlyList<string> Needs => [CheckIds.Reachable];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var settings = logto.Value.Management;
        return (await examination.Grant).Error switch
        {
            null => CheckOutcome.Pass("known", settings.ClientId!),
            "invalid_client" => CheckOutcome.Fail("wrong", settings.ClientId!),
            "invalid_target" => CheckOutcome.Fail("resource", settings.Resource),
            var other => CheckOutcome.Fail("refused", other, settings.ClientId!),
        };
    }
}
