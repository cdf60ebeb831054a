using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Overview;

/// <summary>
/// An organization at a glance. The first read is prerendered and handed to the circuit. What happens makes the parts read again that it concerns, and no others; old numbers
/// stay until the new ones are there.
/// </summary>
public sealed partial class OverviewPage
{
    private const string PageId = "overview";

    private readonly HandedOver<OverviewSnapshot> _shown = new();
    private OrganizationId? _organization;
    private UserId? _me;
    private HashSet<PermissionKey>? _rights;
    private Failure? _failure;
    private IDisposable? _subscription;
    private OverviewParts _due;
    private bool _isHidden;
    private int _opened;
    private int _readingSince;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public OverviewSnapshot? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    private OrganizationOverview? Overview => Snapshot?.Overview;

    private MemberLine? Line => Overview is { } overview ? MemberLine.Of(overview) : null;

    private string Name => Access?.Name ?? L["ThisOrganization"];

    private bool IsAlone => Overview?.People?.Value?.Count is <= 1;

    private bool AreStepsOpen => Overview is { } overview && Access is { } access && SetupSteps.AreOpen(overview, access);

    private bool ShowsSetup => AreStepsOpen && (Choices.Of(About) ?? SetupSteps.AreDue(Overview!, Time.GetUtcNow()));

    // Before all is known - what the shell reads may come later - the steps have their place where they stood last time; on the first visit where the person could help with them.
    private bool ExpectsSetup => (Overview is null || Access is null) && _failure is null && (Choices.Of(About) ?? Choices.Of(Last) ?? Access is null || SetupSteps.IsForHelpers(Access));

    // What the choice is kept by: one for each organization and person, whoever else uses this browser.
    private string[] Last => ["checklist-last", _organization?.Value ?? string.Empty, _me?.Value ?? string.Empty];

    private string[] About => ["checklist", _organization?.Value ?? string.Empty, _me?.Value ?? string.Empty];

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _opened++;
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (!Logto.OrganizationId.TryParse(OrganizationId, null, out var organization))
        {
            _organization = null;
            Navigation.NotFound();
            return;
        }

        _me ??= (await CurrentUser.GetAsync())?.Id;
        var isNew = organization != _organization;
        if (isNew)
        {
            Open(organization);
        }

        var isMore = HaveRightsChanged(isNew);
        if (isNew ? Snapshot?.Organization != organization || (RendererInfo.IsInteractive && Changes.HappenedSince(organization, Snapshot.ReadAt)) : isMore)
        {
            await ReadAsync(OverviewParts.All).WithPatience(RendererInfo, Time);
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isHidden)
        {
            // The button that was pressed is gone: the one that brings it back takes the focus.
            _isHidden = false;
            await Browser.TryInvokeVoidAsync("orgPortal.focusWithin", PageId, "[data-checklist]");
        }

        if (Overview is not null && Access is not null && Choices.Of(About) is null && (Choices.Of(Last) ?? true) != ShowsSetup)
        {
            // So that the next visit leaves the right place.
            await Choices.KeepAsync(ShowsSetup, Last);
        }
    }

    private static OverviewParts ConcernedBy(OrganizationEvent happened) => happened switch
    {
        MembersChanged => OverviewParts.People | OverviewParts.Movements,
        InvitationsChanged => OverviewParts.Invitations,
        JoinRequestsChanged => OverviewParts.Requests,
        DomainsChanged => OverviewParts.Domains | OverviewParts.Requests,
        OrganizationChanged => OverviewParts.Profile | OverviewParts.Security,
        SecondFactorsCounted => OverviewParts.Security,
        AuditRecorded => OverviewParts.Activity,
        _ => OverviewParts.None,
    };

    private void Open(OrganizationId organization)
    {
        (_organization, _failure, _due, _rights) = (organization, null, OverviewParts.None, null);
        _opened++;
        _subscription?.Dispose();
        _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, happened => InvokeAsync(() => ReadAsync(ConcernedBy(happened)))) : null;
        if (Snapshot is not null && Snapshot.Organization != organization)
        {
            _shown.Value = null;
        }
    }

    // Other rights show other parts. What the shell does not know, or not any more, changes nothing.
    private bool HaveRightsChanged(bool isNew)
    {
        if (Access is not { IsUncertain: false } access || access.Id != _organization)
        {
            return false;
        }

        var before = _rights;
        _rights = [.. access.Permissions];
        return !isNew && before is not null && !before.SetEquals(_rights);
    }

    // One read at a time; what becomes due meanwhile is read together after it. Not cancelled when the page is left, since others may wait for the same answers.
    private async Task ReadAsync(OverviewParts parts)
    {
        _due |= parts;
        var mine = _opened;
        if (_readingSince == mine || _due == OverviewParts.None || _organization is not { } organization)
        {
            return;
        }

        _readingSince = mine;
        while (mine == _opened && _due != OverviewParts.None)
        {
            var (due, began) = (Snapshot is null ? OverviewParts.All : _due, Time.GetUtcNow());
            _due = OverviewParts.None;
            var found = await Service.GetAsync(organization, due);
            if (mine == _opened)
            {
                Take(organization, found, began);
                StateHasChanged();
            }
        }

        _readingSince = _readingSince == mine ? 0 : _readingSince;
    }

    private void Take(OrganizationId organization, Result<OrganizationOverview> found, DateTimeOffset began)
    {
        _failure = found.Failure;
        if (!found.IsFailure)
        {
            _shown.Value = new OverviewSnapshot(organization, Snapshot?.Overview.With(found.Value) ?? found.Value, began);
        }
        else if (found.Failure is not Unavailable)
        {
            // Whoever may not see it any more does not go on seeing it.
            _shown.Value = null;
        }
    }

    private async Task HideAsync()
    {
        await ChooseAsync(false);
        _isHidden = true;
        Feedback.Succeeded(L["ChecklistHidden"], () => InvokeAsync(() => ChooseAsync(true)));
    }

    private async Task ChooseAsync(bool isShown)
    {
        await Choices.KeepAsync(isShown, About);
        StateHasChanged();
    }
}
