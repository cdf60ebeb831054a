using Microsoft.AspNetCore.Components;
using OrgPortal.Web.App;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Name and description, and the end of the organization.</summary>
public sealed partial class SettingsPage
{
    private Failure? _failure;
    private Failure? _refused;
    private string _name = string.Empty;
    private string _description = string.Empty;
    private bool _isSaving;
    private bool _isDeleting;

    /// <summary>The organization's id, from the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>What was read while prerendering, handed to the circuit.</summary>
    [PersistentState]
    public OrganizationSummary? Summary { get; set; }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

    private OrganizationId Id => Logto.OrganizationId.TryParse(OrganizationId, null, out var id) ? id : default;

    private bool CanManage => Access?.Allows(OrganizationPermissions.ManageOrganization) is true;

    private bool IsChanged => Summary is not null && CanManage && (_name != Summary.Name || _description != (Summary.Description ?? string.Empty));

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (Summary?.Id == Id)
        {
            Fill(Summary);
            return;
        }

        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var read = await Organizations.GetAsync(Id);
        _failure = read.Failure;
        if (!read.IsFailure)
        {
            Fill(Summary = read.Value);
        }
    }

    private void Fill(OrganizationSummary summary)
    {
        // What is being typed is kept when the parameters are set again.
        if (_name.Length == 0)
        {
            (_name, _description) = (summary.Name, summary.Description ?? string.Empty);
        }
    }

    private async Task SaveAsync()
    {
        if (_isSaving || !IsChanged)
        {
            return;
        }

        _isSaving = true;
        var saved = await Organizations.UpdateAsync(Id, new OrganizationProfileForm(_name, _description));
        _isSaving = false;
        _refused = saved.Failure;
        if (saved.IsFailure)
        {
            if (saved.Failure is not Invalid)
            {
                Feedback.Failed(saved.Failure);
            }

            return;
        }

        Summary = Summary! with { Name = _name.Trim(), Description = _description.Trim() };
        (_name, _description) = (Summary.Name, Summary.Description ?? string.Empty);
        Feedback.Succeeded(L["Saved", Summary.Name]);
    }

    private async Task DeleteAsync(string typedName)
    {
        var deleted = await Organizations.DeleteAsync(Id, typedName);
        if (deleted.IsFailure)
        {
            Feedback.Failed(deleted.Failure);
            return;
        }

        Feedback.Succeeded(L["Deleted", Summary!.Name]);
        Navigation.NavigateTo(ShellPaths.Home);
    }
}
