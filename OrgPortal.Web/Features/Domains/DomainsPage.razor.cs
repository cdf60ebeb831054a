using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Domains;

/// <summary>An organization's domains: their records, and who may join by them.</summary>
public sealed partial class DomainsPage
{
    private readonly HandedOver<DomainsSnapshot> _shown = new();
    private OrganizationId? _organization;
    private Failure? _failure;
    private IDisposable? _subscription;
    private IReadOnlyList<GrantableRole> _roles = [];
    private int _lastRead;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public DomainsSnapshot? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    /// <summary>Whether the dialog for a new one is to be brought up.</summary>
    [SupplyParameterFromQuery(Name = "add")]
    public string? Add { get; set; }

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

        if (_isAddingWanted && Add is null)
        {
            _isAddingWanted = false;
            StartAdding();
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
        var list = await Service.ListAsync(organization);
        if (read != _lastRead)
        {
            return;
        }

        _failure = list.Failure;
        if (!list.IsFailure)
        {
            _shown.Value = new DomainsSnapshot(organization, list.Value, began);
        }
        else if (list.Failure is not Unavailable)
        {
            // Whoever may not see them any more does not go on seeing them.
            _shown.Value = null;
        }

        StateHasChanged();
    }

    // Roles change what may be opened, and rights whether anything is seen.
    private Task FollowAsync(OrganizationEvent happened) => happened is DomainsChanged or MembersChanged ? InvokeAsync(ReadAsync) : Task.CompletedTask;
}
