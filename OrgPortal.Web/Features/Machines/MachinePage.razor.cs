using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Machines;

/// <summary>One machine: its secrets, how it gets a token, and how it ends.</summary>
public sealed partial class MachinePage
{
    private readonly HandedOver<MachineSnapshot> _read = new();
    private OrganizationId? _organization;
    private Guid _machine;
    private Failure? _failure;
    private IDisposable? _subscription;
    private MachineUse? _use;
    private Failure? _useFailure;
    private int _lastRead;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>The machine, as it stands in the URL.</summary>
    [Parameter]
    public Guid MachineId { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public MachineSnapshot? Snapshot
    {
        get => _read.Value;
        set => _read.Give(value);
    }

    /// <summary>Whether the dialog for a new secret is to be brought up. Nothing is made by it.</summary>
    [SupplyParameterFromQuery(Name = "new")]
    public string? NewQuery { get; set; }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    private bool IsIn => Snapshot?.Details.Machine.State == MachineState.Active;

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _shown = null;
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

        if (_isNewWanted && NewQuery is null)
        {
            _isNewWanted = false;
            await StartAsync();
        }

        if (organization == _organization && MachineId == _machine)
        {
            return;
        }

        (_organization, _machine, _failure, _use, _useFailure) = (organization, MachineId, null, null, null);
        _subscription?.Dispose();
        _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, FollowAsync) : null;
        if (Snapshot is { } shown && (shown.Organization != organization || shown.Id != MachineId))
        {
            _read.Value = null;
        }

        if (Snapshot is null || (RendererInfo.IsInteractive && Changes.HappenedSince(organization, Snapshot.ReadAt)))
        {
            await ReadAsync().WithPatience(RendererInfo, Time);
        }

        if (RendererInfo.IsInteractive)
        {
            await ReadUseAsync();
        }
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (NewQuery is not null && !_isNewWanted && _organization is { } organization && Access?.Allows(OrganizationPermissions.ManageApplications) is true)
        {
            // The URL first: going elsewhere would close the dialog.
            _isNewWanted = true;
            Navigation.NavigateTo(MachinePaths.One(organization, MachineId), replace: true);
        }
    }

    // Not cancelled when the page is left, since others may wait for the same answer; what comes too late is dropped.
    private async Task ReadAsync()
    {
        if (_organization is not { } organization)
        {
            return;
        }

        var (read, began, machine) = (++_lastRead, Time.GetUtcNow(), MachineId);
        var details = await Service.GetAsync(organization, machine);
        if (read != _lastRead)
        {
            return;
        }

        _failure = details.Failure;
        if (!details.IsFailure)
        {
            _read.Value = new MachineSnapshot(organization, machine, details.Value, began);
        }
        else if (details.Failure is not Unavailable)
        {
            // Whoever may not see it any more does not go on seeing it.
            _read.Value = null;
        }

        StateHasChanged();
    }

    // Of the machine that the page shows when the answer comes.
    private async Task ReadUseAsync()
    {
        var machine = MachineId;
        if (_failure is not null || _organization is not { } organization)
        {
            return;
        }

        var use = await Service.GetLastUseAsync(organization, machine);
        if (machine == MachineId)
        {
            (_use, _useFailure) = (use.IsFailure ? null : use.Value, use.Failure);
        }
    }

    private Task FollowAsync(OrganizationEvent happened) => happened is MachinesChanged or MembersChanged ? InvokeAsync(ReadAsync) : Task.CompletedTask;
}
