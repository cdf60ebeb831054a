using Microsoft.AspNetCore.Components;
using OrgPortal.Web.App;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Organizations.CustomFields;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Product;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>Name and description; leaving; and the end of the organization.</summary>
public sealed partial class SettingsPage
{
    private const string DeleteAct = "delete";
    private const string HandOverAct = "hand-over";

    private readonly HandedOver<OrganizationSummary> _summary = new();
    private readonly CancellationTokenSource _leaving = new();
    private InputForm? _form;
    private IDisposable? _watch;
    private OrganizationId? _watched;
    private Failure? _failure;
    private Failure? _refused;
    private Failure? _notDeleted;
    private DeletionImpact? _impact;
    private string _name = string.Empty;
    private string _description = string.Empty;
    private Dictionary<string, string?> _fields = [];
    private bool _isOutdated;
    private bool _isUnchanged;
    private bool _isSaving;
    private bool _isDeleting;
    private bool _isHandingOver;
    private string? _resumed;
    private string? _unproved;

    /// <summary>The organization's id, from the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>The profile as it was read, which is what the person saw before typing; handed from the prerendered page to the circuit.</summary>
    [PersistentState]
    public OrganizationSummary? Summary
    {
        get => _summary.Value;
        set => _summary.Give(value);
    }

    /// <summary>The act to bring up, after the person has confirmed who they are: <c>delete</c> or <c>hand-over</c>. Nothing is done by it.</summary>
    [SupplyParameterFromQuery]
    public string? Act { get; set; }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    private OrganizationId Id => Logto.OrganizationId.TryParse(OrganizationId, null, out var id) ? id : default;

    private bool CanManage => Access?.Allows(OrganizationPermissions.ManageOrganization) is true;

    /// <summary>What the person lacks for the act in the URL: somebody else may have come back than went away.</summary>
    private PermissionKey? DeniedAct => Access is null ? null : NeededFor(Act).Where(permission => !Access.Allows(permission)).Cast<PermissionKey?>().FirstOrDefault();

    /// <summary>Those of the deployer's fields that the person may see.</summary>
    private IReadOnlyList<CustomField> ShownFields => [.. Schema.All.Where(one => Summary?.Fields?.ContainsKey(one.Key) is true)];

    private ProfileDraft Typed => new(_name, _description, Summary!.Name, Summary.Description, _fields.Count == 0 ? null : new Dictionary<string, string?>(_fields), Summary.Fields);

    private bool IsChanged => Summary is not null && CanManage && (_name != Summary.Name || _description != (Summary.Description ?? string.Empty) || HasTypedFields);

    private bool HasTypedFields => !IsSame(_fields, Summary?.Fields);

    /// <inheritdoc />
    public void Dispose()
    {
        _watch?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_watched != Id)
        {
            await OpenAsync();
        }

        await ResumeAsync();
    }

    private static bool IsSame(IReadOnlyDictionary<string, string?>? one, IReadOnlyDictionary<string, string?>? other) =>
        (one ?? new Dictionary<string, string?>()).All(value => other is not null && other.TryGetValue(value.Key, out var its) && its == value.Value);

    private static IReadOnlyList<PermissionKey> NeededFor(string? act) => act switch
    {
        DeleteAct => [OrganizationPermissions.DeleteOrganization],
        HandOverAct => OrganizationPermissions.Administrator,
        _ => [],
    };

    private async Task OpenAsync()
    {
        _watched = Id;
        _watch?.Dispose();
        _watch = RendererInfo.IsInteractive ? Events.Subscribe(Id, OnChangedAsync) : null;
        (_isDeleting, _isHandingOver, _isOutdated, _refused, _failure) = (false, false, false, null, null);
        if (Summary?.Id == Id)
        {
            TakeOver();
            return;
        }

        _summary.Value = null;
        await ReadAsync().WithPatience(RendererInfo, Time);
    }

    private async Task ReadAsync()
    {
        var read = await Organizations.GetAsync(Id, _leaving.Token);
        if (_leaving.IsCancellationRequested)
        {
            return;
        }

        _failure = read.Failure;
        if (!read.IsFailure)
        {
            var wasTyping = IsChanged;
            var changed = Summary is not null && ((Summary.Name, Summary.Description) != (read.Value.Name, read.Value.Description) || !IsSame(Summary.Fields, read.Value.Fields));
            _summary.Value = read.Value;
            if (wasTyping)
            {
                // What was typed stays; the person decides.
                _isOutdated |= changed;
            }
            else
            {
                TakeOver();
            }
        }

        StateHasChanged();
    }

    private Task OnChangedAsync(OrganizationEvent change) =>
        change is OrganizationChanged ? InvokeAsync(() => _isSaving || _leaving.IsCancellationRequested ? Task.CompletedTask : ReadAsync()) : Task.CompletedTask;

    private void TakeOver()
    {
        (_name, _description) = (Summary!.Name, Summary.Description ?? string.Empty);
        _fields = new Dictionary<string, string?>(Summary.Fields ?? new Dictionary<string, string?>(), StringComparer.Ordinal);
        (_isOutdated, _refused) = (false, null);
    }

    // What was typed on top of another name than there is now is shown as what it is: the person decides.
    private void Restore(ProfileDraft draft)
    {
        (_name, _description) = (draft.Name, draft.Description);
        foreach (var field in ShownFields.Where(field => draft.Fields?.ContainsKey(field.Key) is true))
        {
            _fields[field.Key] = draft.Fields![field.Key];
        }

        _isOutdated = draft.SeenName != Summary!.Name || draft.SeenDescription != Summary.Description || !IsSame(draft.SeenFields, Summary.Fields);
    }

    private async Task SaveAsync()
    {
        _isUnchanged = !IsChanged;
        if (_isSaving || _isUnchanged)
        {
            return;
        }

        _isSaving = true;
        var hasTypedFields = HasTypedFields;
        var saved = await Organizations.UpdateAsync(
            Id,
            new OrganizationProfileForm(_name, _description, Fields: hasTypedFields ? _fields : null),
            new OrganizationProfileForm(Summary!.Name, Summary.Description, Fields: Summary.Fields));
        _isSaving = false;
        _refused = saved.Failure;
        switch (saved.Failure)
        {
            case null:
                _summary.Value = Summary with { Name = OrganizationNames.Clean(_name), Description = OrganizationNames.CleanOrNone(_description), Fields = hasTypedFields ? new Dictionary<string, string?>(_fields, StringComparer.Ordinal) : Summary.Fields };
                TakeOver();
                Feedback.Succeeded(L["Saved", Summary.Name]);
                if (hasTypedFields)
                {
                    // As they are kept now.
                    await ReadAsync();
                }

                break;
            case Invalid:
                _form?.FocusFirstError();
                break;
            case Refused { Reason: RefusalReasons.ChangedMeanwhile }:
                await ReadAsync();
                break;
            default:
                Feedback.Failed(saved.Failure);
                break;
        }
    }

    private async Task LeaveAsync()
    {
        if (Access is { } organization && await Departure.AskAsync(organization) is { } refused)
        {
            Feedback.Failed(refused);
        }
    }

    private async Task ResumeAsync()
    {
        if (Act is null)
        {
            _resumed = null;
        }
        else if (Act is DeleteAct or HandOverAct && Act != _resumed && RendererInfo.IsInteractive && Summary is not null && Access is not null)
        {
            _resumed = Act;
            if (DeniedAct is null)
            {
                await StartAsync(Act);
            }
        }
    }

    /// <summary>Asks who it is before anything is read and typed; the service asks again.</summary>
    private async Task StartAsync(string act)
    {
        if (!await Reauthentication.IsRecentAsync())
        {
            _unproved = act;
        }
        else if (act == HandOverAct)
        {
            (_isHandingOver, _isDeleting) = (true, false);
        }
        else
        {
            _isHandingOver = false;
            await OpenDeletionAsync();
        }
    }

    private void CloseAct()
    {
        (_isDeleting, _isHandingOver, _unproved) = (false, false, null);
        if (Act is not null)
        {
            Navigation.NavigateTo(ShellPaths.Organization(Id.Value, "settings"), replace: true);
        }
    }

    private string PathOf(string act) => $"{ShellPaths.Organization(Id.Value, "settings")}?act={act}";

    private string NameOf(string act) => act == HandOverAct ? L["HandOverVerb", Summary!.Name] : L["DeleteVerb", Summary!.Name];

    private async Task OpenDeletionAsync()
    {
        var impact = await Organizations.GetDeletionImpactAsync(Id, _leaving.Token);
        _notDeleted = impact.Failure;
        _impact = impact.IsFailure ? null : impact.Value;
        _isDeleting = true;
    }

    private async Task DeleteAsync(string typedName)
    {
        var deleted = await Organizations.DeleteAsync(Id, typedName);
        _notDeleted = deleted.Failure;
        if (deleted.Failure is ReauthenticationRequired)
        {
            _unproved = DeleteAct;
        }
        else if (!deleted.IsFailure)
        {
            // What was typed here has no place to go any more.
            TakeOver();
            var finished = Visit.Finish(new FinishedVisit(VisitEvent.Deleted, Id, Summary!.Name));
            if (finished is null)
            {
                Feedback.Succeeded(deleted.Value is { } until ? L["DeletedHeld", Summary.Name, Times.Date(until, Zone ?? TimeZoneInfo.Utc)] : L["Deleted", Summary.Name]);
            }

            Navigation.NavigateTo(finished ?? (deleted.Value is null ? ShellPaths.Home : $"{ShellPaths.Home}?stay=1"));
        }
    }
}
