using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Domains.Proofs;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Domains;

/// <content>What can be done with a domain. The cards are read again when the change is announced.</content>
public sealed partial class DomainsPage
{
    private bool _isAdding;
    private bool _isAddingWanted;
    private Failure? _refused;
    private DomainRow? _opening;
    private (string Domain, DomainEnrolment Enrolment)? _wanted;

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (Add is not null && !_isAddingWanted && _organization is { } organization && Access?.Allows(OrganizationPermissions.ManageSecurity) is true)
        {
            // The URL first: going elsewhere would close the dialog.
            _isAddingWanted = true;
            Navigation.NavigateTo(DomainPaths.Domains(organization), replace: true);
        }
    }

    private void StartAdding() => (_isAdding, _refused) = (true, null);

    private async Task AddAsync(string text)
    {
        var added = await Service.AddAsync(_organization!.Value, text);
        _refused = added.Failure;
        if (!added.IsFailure)
        {
            _isAdding = false;
            Feedback.Succeeded(L["Added", DomainName.TryParse(added.Value, out var name) ? name.Readable : added.Value]);
            await ReadAsync();
        }
    }

    private async Task CheckAsync(DomainRow row)
    {
        var found = await Service.VerifyAsync(_organization!.Value, row.Name);
        if (found.IsFailure)
        {
            Feedback.Failed(found.Failure);
        }
        else if (found.Value == DomainProof.Found)
        {
            Feedback.Succeeded(L[row.State == DomainState.Unverified ? "NowVerified" : "NowStands", row.Readable]);
        }

        // Nothing found is told by the card, with what to do.
        await ReadAsync();
    }

    private async Task RemoveAsync(DomainRow row)
    {
        var question = new Confirmation(L["RemoveTitle", row.Readable], L["RemoveNamed", row.Readable])
        {
            Consequences = row.State == DomainState.Unverified ? [L["RemoveAgain"]] : [L["RemoveNobody"], L["RemoveMembers"], L["RemoveAgain"]],
            Danger = true,
        };
        if (!await Feedback.ConfirmAsync(question))
        {
            return;
        }

        var removed = await Service.RemoveAsync(_organization!.Value, row.Name);
        Tell(removed, "Removed", row);
        await ReadAsync();
    }

    private async Task EnrolAsync((DomainRow Row, DomainEnrolment Enrolment) choice)
    {
        _wanted = (choice.Row.Name, choice.Enrolment);
        if (choice.Enrolment == DomainEnrolment.Automatic)
        {
            await AskForRolesAsync(choice.Row);
            return;
        }

        await SaveAsync(choice.Row, choice.Enrolment, []);
    }

    private async Task AskForRolesAsync(DomainRow row)
    {
        var roles = await Members.ListRolesAsync(_organization!.Value);
        if (roles.IsFailure)
        {
            Feedback.Failed(roles.Failure);
            Forget();
            return;
        }

        (_roles, _opening) = (roles.Value, row);
    }

    private async Task OpenAsync((DomainRow Row, IReadOnlyList<OrganizationRoleId> Roles) choice)
    {
        _opening = null;
        await SaveAsync(choice.Row, DomainEnrolment.Automatic, choice.Roles);
    }

    private async Task SaveAsync(DomainRow row, DomainEnrolment enrolment, IReadOnlyList<OrganizationRoleId> roles)
    {
        Tell(await Service.SetEnrolmentAsync(_organization!.Value, row.Name, enrolment, roles), $"EnrolmentSaved{enrolment}", row);
        await ReadAsync();
        Forget();
    }

    // What was chosen is shown until it is known whether it was saved.
    private void Forget() => (_opening, _wanted) = (null, null);

    private void Tell(Result done, string words, DomainRow row)
    {
        if (done.IsFailure)
        {
            Feedback.Failed(done.Failure);
        }
        else
        {
            Feedback.Succeeded(L[words, row.Readable]);
        }
    }
}
