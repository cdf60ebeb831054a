using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Security;

/// <summary>Whether an organization requires a second factor, from when on, and who has none. What a count finds appears while it runs, also what somebody else has begun.</summary>
public sealed partial class SecondFactorPage
{
    private readonly HandedOver<SecondFactorSnapshot> _shown = new();
    private OrganizationId? _organization;
    private Failure? _failure;
    private PeopleWithout? _people;
    private Failure? _peopleFailure;
    private (int Page, bool IsRunning)? _peopleOf;
    private IDisposable? _subscription;
    private int _lastRead;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>The page of people without one, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public int? PeoplePage { get; set; }

    /// <summary>What was interrupted by signing in anew.</summary>
    [SupplyParameterFromQuery(Name = "act")]
    public string? Act { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public SecondFactorSnapshot? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    private string Name => Access?.Name ?? L["ThisOrganization"];

    private int PageNumber => Math.Max(1, PeoplePage ?? 1);

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _lastRead++;
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (!Logto.OrganizationId.TryParse(OrganizationId, null, out var organization))
        {
            Navigation.NotFound();
            return;
        }

        if (organization != _organization)
        {
            await OpenAsync(organization);
        }
        else if (RendererInfo.IsInteractive && _peopleOf is { } shown && shown.Page != PageNumber)
        {
            await ReadPeopleAsync();
        }

        if (_isLiftWanted && Act is null && Snapshot?.State.IsRequired is true)
        {
            _isLiftWanted = false;
            await LiftAsync();
        }
    }

    private async Task OpenAsync(OrganizationId organization)
    {
        (_organization, _failure, _people, _peopleOf) = (organization, null, null, null);
        EndDraft();
        _subscription?.Dispose();
        _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, FollowAsync) : null;
        if (Snapshot?.Organization == organization && !(RendererInfo.IsInteractive && Changes.HappenedSince(organization, Snapshot.ReadAt)))
        {
            _isOn = IsSet;
            await FollowPeopleAsync();
            return;
        }

        if (Snapshot?.Organization != organization)
        {
            _shown.Value = null;
        }

        await ReadAsync().WithPatience(RendererInfo, Time);
    }

    // Not cancelled when the page is left, since others may wait for the same answer; what comes too late is dropped.
    private async Task ReadAsync()
    {
        if (_organization is not { } organization)
        {
            return;
        }

        var (read, began) = (++_lastRead, Time.GetUtcNow());
        var state = await Service.GetAsync(organization);
        if (read != _lastRead)
        {
            return;
        }

        _failure = state.Failure;
        if (!state.IsFailure)
        {
            _shown.Value = new SecondFactorSnapshot(organization, state.Value, began);
            _isOn = _isDrafting || IsSet;
        }
        else if (state.Failure is not Unavailable)
        {
            // Whoever may not see it any more does not go on seeing it.
            (_shown.Value, _people) = (null, null);
        }

        StateHasChanged();
        await FollowPeopleAsync();
    }

    // Each row costs a call: while a count runs a page that is full stays as it is.
    private async Task FollowPeopleAsync()
    {
        if (RendererInfo.IsInteractive && Snapshot?.State.Tally is { Without: > 0 } tally
            && (_peopleOf != (PageNumber, tally.IsRunning) || !tally.IsRunning || _people is not { Page.Items.Count: PeopleWithout.PageSize }))
        {
            await ReadPeopleAsync();
        }
    }

    private async Task ReadPeopleAsync()
    {
        if (_organization is not { } organization || Snapshot?.State.Tally is not { } tally)
        {
            return;
        }

        var wanted = (PageNumber, tally.IsRunning);
        _peopleOf = wanted;
        var people = await Service.ListWithoutAsync(organization, wanted.PageNumber);
        if (_organization == organization && _peopleOf == wanted)
        {
            _peopleFailure = people.Failure;
            _people = people.IsFailure ? _people : people.Value;
            StateHasChanged();
        }
    }

    private Task FollowAsync(OrganizationEvent happened) =>
        happened is SecondFactorsCounted or OrganizationChanged or MembersChanged ? InvokeAsync(ReadAsync) : Task.CompletedTask;
}
