using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Audit;

/// <summary>
/// The audit log. Filters and place stand in the URL. The first read is prerendered and handed to the circuit. The newest page reads
/// again when something happens; a row keeps its element and stays open, so the list does not jump. Older pages never change.
/// </summary>
public sealed partial class AuditPage
{
    private readonly HandedOver<AuditSnapshot> _shown = new();
    private readonly PageTurn _turn = new();
    private OrganizationId? _organization;
    private AuditFilter _filter = new();
    private AuditPosition? _before;
    private IReadOnlyList<AuditActor> _actors = [];
    private IDisposable? _subscription;
    private Failure? _failure;
    private string? _url;
    private bool _reading;
    private bool _following;
    private bool _happenedAgain;
    private int _lastRead;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>Whose acts.</summary>
    [SupplyParameterFromQuery(Name = "who")]
    public string? Who { get; set; }

    /// <summary>Which acts.</summary>
    [SupplyParameterFromQuery(Name = "action")]
    public string? Action { get; set; }

    /// <summary>With which outcome.</summary>
    [SupplyParameterFromQuery(Name = "result")]
    public string? Outcome { get; set; }

    /// <summary>From which day.</summary>
    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>Until which day.</summary>
    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>On what.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>Older than which place.</summary>
    [SupplyParameterFromQuery(Name = "before")]
    public string? Before { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public AuditSnapshot? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

    private IReadOnlyList<Choice<string>> ActorChoices => [.. _actors.Select(actor => new Choice<string>(actor.Id.Value, actor.Name ?? actor.Id.Value))];

    private string? NewestUrl => _before is null || _organization is not { } organization ? null : AuditPaths.Log(organization, _filter);

    private string? OlderUrl => _organization is { } organization && AuditPosition.Parse(Snapshot?.Next) is { } next ? AuditPaths.Log(organization, _filter, next) : null;

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
        _filter = AuditFilter.Parse(Who, Action, Outcome, From, To, Search);
        _before = AuditPosition.Parse(Before);
        var url = AuditPaths.Log(organization, _filter, _before);
        if (url == _url)
        {
            return;
        }

        _url = url;
        if (Snapshot?.Url == url)
        {
            await (RendererInfo.IsInteractive && Changes.HappenedSince(organization, Snapshot.ReadAt) ? ReadAsync() : Task.CompletedTask);
            return;
        }

        // Only the id of a person who is filtered by stands in the URL.
        var reading = Task.WhenAll(ReadAsync(), _filter.Actor is null ? Task.CompletedTask : ReadActorsAsync());
        await (Snapshot is null ? reading.WithPatience(RendererInfo, Time) : _turn.OverAsync(reading, Time, StateHasChanged));
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => !_turn.HoldsBack;

    private void Open(OrganizationId organization)
    {
        if (organization == _organization)
        {
            return;
        }

        _organization = organization;
        _actors = [];
        _subscription?.Dispose();
        _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, happened => InvokeAsync(() => FollowAsync(happened))) : null;
        if (Snapshot is not null && Snapshot.Organization != organization)
        {
            _shown.Value = null;
        }
    }

    private async Task ReadAsync()
    {
        if (_organization is not { } organization || _url is not { } url)
        {
            return;
        }

        var (read, began) = (++_lastRead, Time.GetUtcNow());
        _reading = true;
        var found = await Service.ListAsync(organization, _filter, _before);
        if (read != _lastRead)
        {
            return;
        }

        _reading = false;
        _failure = found.Failure;
        if (!found.IsFailure)
        {
            _shown.Value = new AuditSnapshot(organization, url, found.Value.Rows, found.Value.Next?.ToString(), began);
        }
        else if (found.Failure is not Unavailable)
        {
            // Whoever may not see it any more does not go on seeing it.
            _shown.Value = null;
        }

        StateHasChanged();
    }

    private async Task ReadActorsAsync()
    {
        if (_organization is not { } organization)
        {
            return;
        }

        var actors = await Service.ListActorsAsync(organization);
        if (!actors.IsFailure && organization == _organization)
        {
            _actors = actors.Value;
        }
    }

    private async Task FollowAsync(OrganizationEvent happened)
    {
        // Rights may have changed with the members; then the read says so.
        if (happened is not (AuditRecorded or MembersChanged) || _before is not null)
        {
            return;
        }

        _happenedAgain = true;
        if (_following)
        {
            return;
        }

        _following = true;
        try
        {
            while (_happenedAgain)
            {
                _happenedAgain = false;
                await ReadAsync();
            }
        }
        finally
        {
            _following = false;
        }
    }

    private void Show(AuditFilter filter, bool replace = false)
    {
        if (_organization is { } organization)
        {
            Navigation.NavigateTo(AuditPaths.Log(organization, filter), replace: replace);
        }
    }
}
