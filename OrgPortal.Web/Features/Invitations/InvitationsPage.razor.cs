using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>
/// People, Invitations. Search, status and page stand in the URL. The first read is prerendered and handed to the circuit; later ones keep the
/// old rows until the new ones are there, whoever made the change.
/// </summary>
public sealed partial class InvitationsPage
{
    private readonly HandedOver<InvitationsSnapshot> _shown = new();
    private readonly PageTurn _turn = new();
    private OrganizationId? _organization;
    private InvitationQuery _query = new();
    private InvitationQuery? _asked;
    private Failure? _failure;
    private IDisposable? _subscription;
    private bool _isReading;
    private bool _isFollowing;
    private bool _hasChangedAgain;
    private int _lastRead;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>The state filtered by: the name of an <see cref="InvitationState"/>, in any case.</summary>
    [SupplyParameterFromQuery(Name = "status")]
    public string? Status { get; set; }

    /// <summary>What is searched.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>The id of whoever sent them.</summary>
    [SupplyParameterFromQuery(Name = "by")]
    public string? Inviter { get; set; }

    /// <summary>The page, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    /// <summary>Whatever it says, the dialog for new invitations is opened.</summary>
    [SupplyParameterFromQuery(Name = "invite")]
    public string? Invite { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public InvitationsSnapshot? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

    private bool IsFiltered => _query.State is not null || _query.Search is not null || _query.Inviter is not null;

    private string? InviterName => Snapshot?.List.Page.Items.FirstOrDefault(row => row.InviterId == _query.Inviter)?.InviterName ?? _query.Inviter?.Value;

    private IReadOnlyList<Choice<string>> States =>
        [.. Enum.GetValues<InvitationState>().Select(state => new Choice<string>(InvitationPaths.NameOf(state), CountedName(state)))];

    /// <inheritdoc />
    public void Dispose()
    {
        _subscription?.Dispose();
        _lastRead++;
        _isGone = true;
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
        _query = ReadQuery();
        _isInviteShown &= Invite is not null;
        if (_query == _asked)
        {
            return;
        }

        _asked = _query;
        if (Snapshot?.Query == _query)
        {
            // What was prerendered is shown as it is; it is read again only if something happened before this page began to listen.
            Count(Snapshot);
            if (RendererInfo.IsInteractive && Changes.HappenedSince(organization, Snapshot.ReadAt))
            {
                await ReadAsync();
            }

            return;
        }

        await (Snapshot is null ? ReadAsync().WithPatience(RendererInfo, Time) : _turn.OverAsync(ReadAsync(), Time, StateHasChanged));
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => !_turn.HoldsBack;

    private InvitationQuery ReadQuery() => new(
        InvitationPaths.StateOf(Status),
        string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(),
        int.TryParse(PageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1,
        Inviter: UserId.TryParse(Inviter, null, out var inviter) ? inviter : null);

    private void Open(OrganizationId organization)
    {
        if (organization == _organization)
        {
            return;
        }

        _organization = organization;
        _asked = null;
        _failure = null;
        _subscription?.Dispose();
        _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, happened => InvokeAsync(() => FollowAsync(happened))) : null;
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

        _isReading = false;
        _failure = list.Failure;
        if (!list.IsFailure)
        {
            _shown.Value = new InvitationsSnapshot(organization, query, list.Value, began);
            Count(_shown.Value);
        }
        else if (list.Failure is not Unavailable)
        {
            // Whoever may not see them any more does not go on seeing them.
            _shown.Value = null;
        }

        StateHasChanged();
    }

    private void Count(InvitationsSnapshot shown) => Counts.Remember(shown.Organization, PeopleTab.Invitations, shown.List.Counts.Pending);

    private async Task FollowAsync(OrganizationEvent happened)
    {
        if (happened is not InvitationsChanged)
        {
            return;
        }

        // One read for a burst of changes, and one more for what changed meanwhile.
        _hasChangedAgain = true;
        if (_isFollowing)
        {
            return;
        }

        _isFollowing = true;
        try
        {
            while (_hasChangedAgain && !_isGone)
            {
                _hasChangedAgain = false;
                await ReadAsync();
            }
        }
        finally
        {
            _isFollowing = false;
        }
    }

    private string CountedName(InvitationState state) =>
        Snapshot is null ? L[$"State{state}"] : L["StatusCounted", L[$"State{state}"].Value, Snapshot.List.Counts.Of(state)];

    private void SearchFor(string? text) => Show(_query with { Search = string.IsNullOrEmpty(text) ? null : text, Page = 1 }, replace: true);

    private void FilterBy(string? state) => Show(_query with { State = InvitationPaths.StateOf(state), Page = 1 });

    private void ShowAll() => Show(new InvitationQuery());

    private void Show(InvitationQuery query, bool replace = false)
    {
        if (_organization is { } organization)
        {
            Navigation.NavigateTo(InvitationPaths.List(organization, query), replace: replace);
        }
    }
}
