using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Requests;

/// <summary>
/// People, Requests. Which ones and the page stand in the URL. The first read is prerendered and handed to the circuit; later ones keep the old rows until the new
/// ones are there, whoever made the change.
/// </summary>
public sealed partial class RequestsPage
{
    private readonly HandedOver<RequestsSnapshot> _shown = new();
    private OrganizationId? _organization;
    private RequestQuery _query = new();
    private RequestQuery? _asked;
    private Failure? _failure;
    private IDisposable? _subscription;
    private bool _isReading;
    private int _lastRead;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary><c>ended</c> for those that have ended.</summary>
    [SupplyParameterFromQuery(Name = "status")]
    public string? Status { get; set; }

    /// <summary>Which page.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public RequestsSnapshot? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

    private IReadOnlyList<Choice<string>> States =>
        [new(RequestPaths.Ended, Snapshot is { } shown ? L["EndedCounted", shown.List.Ended] : L["Ended"])];

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
            _organization = null;
            Navigation.NotFound();
            return;
        }

        Open(organization);
        _query = new RequestQuery(
            string.Equals(Status, RequestPaths.Ended, StringComparison.OrdinalIgnoreCase),
            int.TryParse(PageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1);
        if (_query == _asked)
        {
            return;
        }

        _asked = _query;
        if (Snapshot?.Query == _query && !(RendererInfo.IsInteractive && Changes.HappenedSince(organization, Snapshot.ReadAt)))
        {
            return;
        }

        await ReadAsync().WithPatience(RendererInfo, Time);
    }

    private void Open(OrganizationId organization)
    {
        if (organization == _organization)
        {
            return;
        }

        (_organization, _asked, _failure) = (organization, null, null);
        _subscription?.Dispose();
        _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, FollowAsync) : null;
        if (Snapshot is not null && Snapshot.Organization != organization)
        {
            _shown.Value = null;
        }
    }

    // Not cancelled when the page is left, since others may wait for the same answer; what comes too late is dropped.
    private async Task ReadAsync()
    {
        if (_organization is not { } organization)
        {
            return;
        }

        var (query, read, began) = (_query, ++_lastRead, Time.GetUtcNow());
        _isReading = true;
        var list = await Service.ListAsync(organization, query);
        if (read != _lastRead)
        {
            return;
        }

        (_isReading, _failure) = (false, list.Failure);
        if (!list.IsFailure)
        {
            _shown.Value = new RequestsSnapshot(organization, query, list.Value, began);
            if (list.Value.Page is { Items.Count: 0, TotalCount: > 0 } empty)
            {
                // Past the end, because requests were answered: the last page instead.
                Show(query with { Page = ((empty.TotalCount - 1) / empty.Request.Size) + 1 }, replace: true);
            }
        }
        else if (list.Failure is not Unavailable)
        {
            // Whoever may not see them any more does not go on seeing them.
            _shown.Value = null;
        }

        StateHasChanged();
    }

    private Task FollowAsync(OrganizationEvent happened) => happened is JoinRequestsChanged or DomainsChanged ? InvokeAsync(ReadAsync) : Task.CompletedTask;

    private void FilterBy(string? state) => Show(new RequestQuery(state == RequestPaths.Ended));

    private void Show(RequestQuery query, bool replace = false)
    {
        if (_organization is { } organization)
        {
            Navigation.NavigateTo(RequestPaths.List(organization, query), replace: replace);
        }
    }
}
