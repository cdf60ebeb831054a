using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>The applications that may call the REST API are there, and are such as people sign in through: the API acts for people.</summary>
internal sealed class ApiClients(IApplicationsClient applications, IOptions<ApiOptions> api) : ITenantCheck
{
    public string Id => CheckIds.ApiClients;

    public IReadOnlyList<string> Needs => [CheckIds.Access];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        if (!api.Value.IsOn)
        {
            return CheckOutcome.Pass("unused");
        }

        var known = (await applications.ListAsync(cancellationToken)).ToDictionary(application => application.Id, StringComparer.Ordinal);
        var listed = api.Value.Clients.Where(client => !string.IsNullOrWhiteSpace(client)).ToList();
        var unknown = listed.Where(client => !known.ContainsKey(client)).ToList();
        var machines = listed.Where(known.ContainsKey).Select(client => known[client]).Where(client => client.Type == ApplicationTypes.MachineToMachine).ToList();
        return unknown.Count > 0 ? CheckOutcome.Fail("unknown", string.Join(", ", unknown))
            : machines.Count > 0 ? CheckOutcome.Fail("machine", string.Join(", ", machines.Select(machine => machine.Name)))
            : CheckOutcome.Pass("there", string.Join(", ", listed.Select(client => known[client].Name)));
    }
}
