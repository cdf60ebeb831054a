using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Requests;

/// <content>What can be done with a request. The rows are read again when the change is announced.</content>
public sealed partial class RequestsPage
{
    private IReadOnlyList<GrantableRole> _roles = [];
    private RequestRow? _approving;
    private RequestRow? _declining;
    private Failure? _notApproved;
    private Failure? _notDeclined;

    private async Task StartApprovingAsync(RequestRow row)
    {
        // What may be given depends on the person's own roles, which may have changed since.
        var roles = await Members.ListRolesAsync(_organization!.Value);
        if (roles.IsFailure)
        {
            Feedback.Failed(roles.Failure);
            return;
        }

        (_roles, _notApproved, _approving) = (roles.Value, null, row);
    }

    private async Task ApproveAsync((RequestRow Row, IReadOnlyList<OrganizationRoleId> Roles) choice)
    {
        var done = await Service.ApproveAsync(_organization!.Value, choice.Row.Id, choice.Roles);
        _notApproved = done.Failure;
        if (done.IsFailure && done.Failure is not (Refused { Reason: RefusalReasons.RequestClosed or RefusalReasons.AlreadyMember } or NotFound))
        {
            return;
        }

        _approving = null;
        await TellAsync(done, L["Approved", choice.Row.DisplayName, Access?.Name ?? L["ThisOrganization"]]);
    }

    private async Task DeclineAsync((RequestRow Row, string Reason) choice)
    {
        var done = await Service.DeclineAsync(_organization!.Value, choice.Row.Id, choice.Reason);
        _notDeclined = done.Failure;
        if (done.Failure is Invalid)
        {
            return;
        }

        _declining = null;
        await TellAsync(done, L["Declined", choice.Row.DisplayName]);
    }

    private async Task TellAsync(Result done, string words)
    {
        if (done.IsFailure)
        {
            Feedback.Failed(done.Failure);
        }
        else
        {
            Feedback.Succeeded(words);
        }

        await ReadAsync();
    }
}
