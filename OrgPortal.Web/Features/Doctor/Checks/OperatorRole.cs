using Microsoft.Extensions.Options;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto.Clients;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>The role that makes an operator is a role of the tenant.</summary>
internal sealed class OperatorRole(IRolesClient roles, IOptions<OperatorOptions> operators) : ITenantCheck
{
    public string Id => CheckIds.OperatorRole;

    public IReadOnlyList<string> Needs => [CheckIds.Access];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        if (operators.Value.Role is not { Length: > 0 } name)
        {
            return CheckOutcome.Pass("unused");
        }

        return (await roles.ListAsync(cancellationToken)).Any(role => role.Name == name && role.Type == "User") ? CheckOutcome.Pass("there", name) : CheckOutcome.Fail("unknown", name);
    }
}
