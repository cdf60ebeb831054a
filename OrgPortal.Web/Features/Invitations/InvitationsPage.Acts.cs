using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <content>What can be done with an invitation. The rows are read again when the change is announced.</content>
public sealed partial class InvitationsPage
{
    private Uri? _link;
    private string _linkAddress = string.Empty;
    private bool _isInviteShown;
    private bool _isGone;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Invite is null || _isInviteShown || Access?.Allows(OrganizationPermissions.InviteMembers) is not true)
        {
            return;
        }

        _isInviteShown = true;
        await InviteAsync();
        if (Invite is not null && !_isGone)
        {
            // The URL tells what is to be seen: the dialog no more.
            Show(_query, replace: true);
        }
    }

    private async Task InviteAsync(IReadOnlyList<string>? addresses = null)
    {
        if (_organization is { } organization)
        {
            await InviteDialog.ShowAsync(Dialogs, organization, Access?.Name ?? L["ThisOrganization"], addresses);
        }
    }

    private async Task ResendAsync(InvitationRow row) => await TellAsync(await Service.ResendAsync(_organization!.Value, row.Id), "Resent", row);

    private async Task RenewAsync(InvitationRow row) => await TellAsync(await Service.RenewAsync(_organization!.Value, row.Id), "Renewed", row);

    private async Task RevokeAsync(InvitationRow row)
    {
        var question = new Confirmation(L["AskRevokeTitle", row.Address], L["AskRevokeVerb"])
        {
            Consequences = [L["AskRevokeLinks"], L["AskRevokeAgain"]],
            Danger = true,
        };
        if (await Feedback.ConfirmAsync(question))
        {
            var organization = _organization!.Value;
            await TellAsync(await Service.RevokeAsync(organization, row.Id), "Revoked", row, () => InvokeAsync(async () => await TellAsync(await Service.RestoreAsync(organization, row.Id), "Restored", row)));
        }
    }

    private async Task DeleteAsync(InvitationRow row)
    {
        var question = new Confirmation(L["AskDeleteTitle", row.Address], L["AskDeleteVerb"])
        {
            Consequences = row.State == InvitationState.Accepted ? [L["AskDeleteList"], L["AskDeleteMember"]] : [L["AskDeleteList"]],
            Danger = true,
        };
        if (await Feedback.ConfirmAsync(question))
        {
            await TellAsync(await Service.DeleteAsync(_organization!.Value, row.Id), "Deleted", row);
        }
    }

    private async Task CopyLinkAsync(InvitationRow row)
    {
        var made = await Service.CreateLinkAsync(_organization!.Value, row.Id);
        if (made.IsFailure)
        {
            await FailAsync(made.Failure);
        }
        else
        {
            (_link, _linkAddress) = (made.Value, row.Address);
        }
    }

    private void CloseLink() => _link = null;

    private async Task TellAsync(Result done, string words, InvitationRow row, Func<Task>? undo = null)
    {
        if (done.IsFailure)
        {
            await FailAsync(done.Failure);
        }
        else
        {
            Feedback.Succeeded(L[words, row.Address], undo);
        }
    }

    // What was refused has often changed past the portal: then nobody announced it.
    private Task FailAsync(Failure failure)
    {
        Feedback.Failed(failure);
        return ReadAsync();
    }
}
