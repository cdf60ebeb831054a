using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Logto.Probing;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>The machine application may use the Management API: its token has the one permission, and Logto's API takes it.</summary>
internal sealed class ManagementAccess(IOptions<LogtoOptions> logto, IApplicationsClient applications) : ITenantCheck
{
    public string Id => CheckIds.Access;

    public IReadOnlyList<string> Needs => [CheckIds.Credentials];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var id = logto.Value.Management.ClientId!;
        if (!(await examination.Grant).Scopes.Contains(ManagementGrant.Everything))
        {
            return CheckOutcome.Fail("role", id, Role.ManagementApiAccess);
        }

        // With the role in the token something must be readable: the application itself, unless it is one of another tenant's.
        return await applications.GetAsync(id, cancellationToken).OrNothingAsync() is null && logto.Value.Management.TokenEndpoint is not { OriginalString.Length: > 0 }
            ? CheckOutcome.Fail("elsewhere", id)
            : CheckOutcome.Pass("given");
    }
}
