using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>One connection: its set-up step by step, and afterwards all of it at once.</summary>
public sealed partial class ConnectionPage
{
    private const int LastStep = 5;

    private readonly HandedOver<ConnectionSnapshot> _read = new();
    private OrganizationId? _organization;
    private Guid _connection;
    private Failure? _failure;
    private IDisposable? _subscription;
    private bool _isUnproved;
    private int _lastRead;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>The connection, as it stands in the URL.</summary>
    [Parameter]
    public Guid ConnectionId { get; set; }

    /// <summary>The step of the set-up; the first is 1. Without one it is the first that is open.</summary>
    [SupplyParameterFromQuery(Name = "step")]
    public string? StepQuery { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public ConnectionSnapshot? Snapshot
    {
        get => _read.Value;
        set => _read.Give(value);
    }

    private bool IsOpen => Snapshot?.Details.Row.State is ConnectionState.Active or ConnectionState.Withdrawn;

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

        if (organization == _organization && ConnectionId == _connection)
        {
            return;
        }

        (_organization, _connection, _failure) = (organization, ConnectionId, null);
        _subscription?.Dispose();
        _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, FollowAsync) : null;
        if (Snapshot is { } shown && (shown.Organization != organization || shown.Id != ConnectionId))
        {
            _read.Value = null;
        }

        if (Snapshot is null || (RendererInfo.IsInteractive && Changes.HappenedSince(organization, Snapshot.ReadAt)))
        {
            await ReadAsync().WithPatience(RendererInfo, Time);
        }

        // Asked before something is typed: a secret is not kept on the way to a sign-in.
        _isUnproved = RendererInfo.IsInteractive && !await Reauthentication.IsRecentAsync();
    }

    // Not cancelled when the page is left, since others may wait for the same answer; what comes too late is dropped.
    private async Task ReadAsync()
    {
        if (_organization is not { } organization)
        {
            return;
        }

        var (read, began, connection) = (++_lastRead, Time.GetUtcNow(), ConnectionId);
        var details = await Service.GetAsync(organization, connection);
        if (read != _lastRead)
        {
            return;
        }

        _failure = details.Failure;
        if (!details.IsFailure)
        {
            _read.Value = new ConnectionSnapshot(organization, connection, details.Value, began);
        }
        else if (details.Failure is not Unavailable)
        {
            // Whoever may not see it any more does not go on seeing it.
            _read.Value = null;
        }

        StateHasChanged();
    }

    private Task FollowAsync(OrganizationEvent happened) => happened is ConnectionsChanged or DomainsChanged or MembersChanged ? InvokeAsync(ReadAsync) : Task.CompletedTask;

    // Left and come back to, it goes on where something is missing.
    private int StepOf(ConnectionDetails details)
    {
        var open = !details.Row.IsConfigured ? 1
            : details.Row.Domains.Count == 0 ? 3
            : details.Trial is { Outcome: TrialOutcome.Passed } ? LastStep : 4;
        return int.TryParse(StepQuery, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= 1 and <= LastStep ? asked : open;
    }

    private IEnumerable<int> StepsShown(ConnectionDetails details) => details.Row.State switch
    {
        ConnectionState.Active => [1, 2, 3, 4],
        ConnectionState.Withdrawn => [1, 2, 3, 4, LastStep],
        _ => [StepOf(details)],
    };

    private static bool CanGoOn(int step, ConnectionDetails details) => step switch
    {
        1 => true,
        2 => details.Row.IsConfigured,
        3 => details.Row.Domains.Count > 0,
        4 => details.Row.IsConfigured,
        _ => false,
    };
}
