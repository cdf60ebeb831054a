using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// People, Members. Search, filter and page stand in the URL. The first read is prerendered and handed to the circuit; later ones
/// keep the old rows until the new ones are there, whoever made the change.
/// </summary>
public sealed partial class MembersPage
{
    private readonly HandedOver<MembersSnapshot> _shown = new();
    private readonly MemberRowStates _states = new();
    private readonly PageTurn _turn = new();
    private OrganizationId? _organization;
    private MemberQuery _query = new();
    private string? _url;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>What is searched.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>The id of the role filtered by.</summary>
    [SupplyParameterFromQuery(Name = "role")]
    public string? Role { get; set; }

    /// <summary>The standing filtered by: the name of a <see cref="MemberStanding"/>, in any case.</summary>
    [SupplyParameterFromQuery(Name = "standing")]
    public string? Standing { get; set; }

    /// <summary>The order, as <see cref="PeoplePaths.OrderOf"/> reads it.</summary>
    [SupplyParameterFromQuery(Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>The page, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageNumber { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public MembersSnapshot? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

    private IReadOnlyList<MemberRow>? Rows => Snapshot is null ? null : [.. Snapshot.Page.Items.Select(_states.Apply)];

    private IReadOnlyList<Choice<string>> RoleFilter => [.. _roles.Select(role => new Choice<string>(role.Role.Id.Value, role.Role.Name))];

    private bool MayInvite => Access?.Allows(OrganizationPermissions.InviteMembers) is true;

    // Whoever can do nothing to others has nothing to select them for. Most who look may: while that is not known, the boxes keep their place.
    private bool MaySelect => Access is null || Access.Allows(OrganizationPermissions.ManageMembers) || Access.Allows(OrganizationPermissions.DeleteMembers);

    // All that search and role find fits one page of Logto.
    private bool CanOrder => Snapshot is { Page.TotalCount: <= PageRequest.MaxSize };

    private IReadOnlyList<Choice<string>> Standings =>
        [.. Enum.GetValues<MemberStanding>().Select(standing => new Choice<string>(standing.ToString().ToLowerInvariant(), L[$"Standing{standing}"]))];

    private string OrganizationName => Access?.Name ?? L["ThisOrganization"];

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
        _query = ReadQuery();
        var url = PeoplePaths.Members(organization, _query);
        if (url == _url)
        {
            return;
        }

        _url = url;
        _states.Clear();
        if (Snapshot?.Url == url)
        {
            await ResumeAsync(Snapshot);
            return;
        }

        // Without rows to stay, the skeleton goes out at once.
        await (Snapshot is null ? ReadAsync().WithPatience(RendererInfo, Time) : _turn.OverAsync(ReadAsync(), Time, StateHasChanged));
    }

    /// <inheritdoc />
    protected override bool ShouldRender() => !_turn.HoldsBack;

    private MemberQuery ReadQuery() => new(
        string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(),
        OrganizationRoleId.TryParse(Role, null, out var role) ? role : null,
        int.TryParse(PageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1,
        Standing: Standings.FirstOrDefault(standing => string.Equals(standing.Value, Standing, StringComparison.OrdinalIgnoreCase)) is { } chosen ? Enum.Parse<MemberStanding>(chosen.Value, ignoreCase: true) : null,
        Order: PeoplePaths.OrderOf(Sort));

    private void Open(OrganizationId organization)
    {
        if (organization == _organization)
        {
            return;
        }

        _organization = organization;
        _selection.Clear();
        _bulk.Now = null;
        _roles = [];
        _rolesAreRecent = false;
        _subscription?.Dispose();
        _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, happened => InvokeAsync(() => FollowAsync(happened))) : null;
        if (Snapshot is not null && Snapshot.Organization != organization)
        {
            _shown.Value = null;
        }
    }

    // What was prerendered is shown as it is; it is read again only if something happened before this page began to listen.
    private Task ResumeAsync(MembersSnapshot prerendered)
    {
        _roles = prerendered.Roles ?? [];
        Seen.Remember(prerendered.Organization, prerendered.Page.Items, prerendered.ReadAt);
        Count(prerendered);
        return RendererInfo.IsInteractive && Changes.HappenedSince(prerendered.Organization, prerendered.ReadAt) ? ReadAsync() : Task.CompletedTask;
    }

    private void SearchFor(string? text) => Show(_query with { Search = string.IsNullOrEmpty(text) ? null : text, Page = 1 }, replace: true);

    private void FilterBy(string? role) => Show(_query with { Role = OrganizationRoleId.TryParse(role, null, out var chosen) ? chosen : null, Page = 1 });

    private void FilterByStanding(string? standing) => Show(_query with { Standing = Enum.TryParse<MemberStanding>(standing, ignoreCase: true, out var chosen) ? chosen : null, Page = 1 });

    private string? OrderHref(MemberOrder order) => _organization is { } organization && CanOrder ? PeoplePaths.Members(organization, _query with { Order = order, Page = 1 }) : null;

    private void ShowEverybody() => Show(new MemberQuery());

    private void Show(MemberQuery query, bool replace = false)
    {
        if (_organization is { } organization)
        {
            Navigation.NavigateTo(PeoplePaths.Members(organization, query), replace: replace);
        }
    }
}
