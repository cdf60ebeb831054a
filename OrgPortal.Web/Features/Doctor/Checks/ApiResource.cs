using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication.Bearer;
using OrgPortal.Web.Logto.Clients;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Where the REST API is on, Logto gives tokens for it.</summary>
internal sealed class ApiResource(IApiResourcesClient resources, IOptions<ApiOptions> api) : ITenantCheck
{
    public string Id => CheckIds.ApiResource;

    public IReadOnlyList<string> Needs => [CheckIds.Access];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        if (!api.Value.IsOn)
        {
            return CheckOutcome.Pass("unused");
        }

        var indicator = api.Value.Resource!;
        return (await resources.ListAsync(cancellationToken)).Any(resource => resource.Indicator == indicator) ? CheckOutcome.Pass("there", indicator) : CheckOutcome.Fail("missing", indicator);
    }
}
