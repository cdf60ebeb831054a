using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>An organization's connections to identity providers: its own, and those that whoever runs Logto has set up.</summary>
public sealed partial class ConnectionsPage
{
    private readonly HandedOver<ConnectionsSnapshot> _read = new();
    private OrganizationId? _organization;
    private Failure? _failure;
    private IDisposable? _subscription;
    private bool _isNewOpen;
    private bool _isNewWanted;
    private int _lastRead;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public ConnectionsSnapshot? Snapshot
    {
        get => _read.Value;
        set => _read.Give(value);
    }

    /// <summary>Whether the dialog for a new one is to be brought up. Nothing is made by it.</summary>
    [SupplyParameterFromQuery(Name = "new")]
    public string? NewQuery { get; set; }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

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

        if (_isNewWanted && NewQuery is null)
        {
            _isNewWanted = false;
            _isNewOpen = Snapshot is { List: { Offered: not SelfService.Off, IsFull: false } };
        }

        if (organization == _organization)
        {
            return;
        }

        (_organization, _failure) = (organization, null);
        _subscription?.Dispose();
        _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, FollowAsync) : null;
        if (Snapshot?.Organization == organization && !(RendererInfo.IsInteractive && Changes.HappenedSince(organization, Snapshot.ReadAt)))
        {
            return;
        }

        if (Snapshot?.Organization != organization)
        {
            _read.Value = null;
        }

        await ReadAsync().WithPatience(RendererInfo, Time);
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (NewQuery is not null && !_isNewWanted && Snapshot is not null && _organization is { } organization && Access?.Allows(OrganizationPermissions.ManageSecurity) is true)
        {
            // The URL first: going elsewhere would close the dialog.
            _isNewWanted = true;
            Navigation.NavigateTo(ConnectionPaths.All(organization), replace: true);
        }
    }

    // Not cancelled when the page is left, since others may wait for the same answer; what comes too late is dropped.
    private async Task ReadAsync()
    {
        if (_organization is not { } organization)
        {
            return;
        }

        var (read, began) = (++_lastRead, Time.GetUtcNow());
        var list = await Service.ListAsync(organization);
        if (read != _lastRead)
        {
            return;
        }

        _failure = list.Failure;
        if (!list.IsFailure)
        {
            _read.Value = new ConnectionsSnapshot(organization, list.Value, began);
        }
        else if (list.Failure is not Unavailable)
        {
            // Whoever may not see them any more does not go on seeing them.
            _read.Value = null;
        }

        StateHasChanged();
    }

    private Task FollowAsync(OrganizationEvent happened) => happened is ConnectionsChanged or DomainsChanged or MembersChanged ? InvokeAsync(ReadAsync) : Task.CompletedTask;

    private void GoOn(Guid connection)
    {
        _isNewOpen = false;
        Navigation.NavigateTo(ConnectionPaths.Step(_organization!.Value, connection, 1));
    }
}
