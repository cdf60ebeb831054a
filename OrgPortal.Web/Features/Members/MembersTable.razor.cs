using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>The members as a table. It shows and asks for acts; the page does them.</summary>
public partial class MembersTable
{
    // There is one on a page: what its rows do not say anew is then the same in all circuits.
    private const string TableId = "members";

    // The control of a row that says its roles and opens the menu of roles.
    private const string RolePart = "role";

    // Whose menu of roles is open, beside which button, and for whom a choice is being done or made ready.
    private readonly HashSet<UserId> _choosing = [];
    private string _anchorId = string.Empty;
    private UserId? _open;

    private RowLabel _select = null!;
    private RowLabel _role = null!;

    // What is said of each moment that is shown.
    private readonly Dictionary<DateTimeOffset, string> _times = [];

    /// <summary>The rows; <see langword="null"/> until the first read has ended.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<MemberRow>? Rows { get; set; }

    /// <summary>What was asked for these rows.</summary>
    [Parameter]
    public MemberQuery? Query { get; set; }

    /// <summary>The roles for people; empty until somebody asks for them.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<GrantableRole> Roles { get; set; } = [];

    /// <summary>The organization: a row leads to the member's page; to nowhere when left out.</summary>
    [Parameter]
    public OrganizationId? Organization { get; set; }

    /// <summary>What the organization is called.</summary>
    [Parameter, EditorRequired]
    public string OrganizationName { get; set; } = string.Empty;

    /// <summary>What is under way or was refused, row by row.</summary>
    [Parameter, EditorRequired]
    public MemberRowStates States { get; set; } = new();

    /// <summary>Other rows are on their way.</summary>
    [Parameter]
    public bool Loading { get; set; }

    /// <summary>In place of the table when nobody is found.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>Under the rows.</summary>
    [Parameter]
    public RenderFragment? Foot { get; set; }

    /// <summary>Raised before a menu of roles opens; it opens when this is done.</summary>
    [Parameter]
    public EventCallback OnRolesNeeded { get; set; }

    /// <summary>Raised with the roles chosen for a member.</summary>
    [Parameter]
    public EventCallback<(MemberRow Row, IReadOnlyList<OrganizationRoleId> Roles)> OnChoose { get; set; }

    /// <summary>Raised when several roles are to be chosen for a member.</summary>
    [Parameter]
    public EventCallback<MemberRow> OnChooseSeveral { get; set; }

    /// <summary>Raised when a member is to be removed.</summary>
    [Parameter]
    public EventCallback<MemberRow> OnRemove { get; set; }

    /// <summary>Raised when a member's membership is to get an end, or another one.</summary>
    [Parameter]
    public EventCallback<MemberRow> OnSetEnd { get; set; }

    /// <summary>How the rows are ordered.</summary>
    [Parameter]
    public MemberOrder Order { get; set; }

    /// <summary>The URL of the same in another order; nothing where there is no other.</summary>
    [Parameter]
    public Func<MemberOrder, string?>? OrderHref { get; set; }

    /// <summary>Who is selected; without it nobody can be.</summary>
    [Parameter]
    public MemberSelection? Selection { get; set; }

    /// <summary>Raised when others are selected.</summary>
    [Parameter]
    public EventCallback OnSelected { get; set; }

    /// <summary>Raised with the person's own row when they want to leave.</summary>
    [Parameter]
    public EventCallback<MemberRow> OnLeave { get; set; }

    /// <summary>Raised when a refusal was read.</summary>
    [Parameter]
    public EventCallback<MemberRow> OnDismiss { get; set; }

    /// <summary>Raised when the person asks why they lack a permission.</summary>
    [Parameter]
    public EventCallback<PermissionKey> OnWhyNot { get; set; }

    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    private TimeZoneInfo ZoneOrUtc => Zone ?? TimeZoneInfo.Utc;

    /// <inheritdoc />
    public void Dispose()
    {
        Clock.Remove(OnTick);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _select = new RowLabel($"{TableId}-select", L["SelectPerson"].Value);
        _role = new RowLabel($"{TableId}-{RolePart}", L["RoleOf"].Value);
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _times.Clear();
        _open = Rows?.Any(row => row.Id == _open) is true ? _open : null;
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        // Only a circuit renders again; a prerendered page must not leave a timer behind.
        if (firstRender)
        {
            Clock.Add(OnTick);
        }
    }

    private void OnTick() => _ = InvokeAsync(() =>
    {
        if (_times.Any(time => WordsFor(time.Key) != time.Value))
        {
            StateHasChanged();
        }
    });

    private string WordsOf(DateTimeOffset moment) => _times[moment] = WordsFor(moment);

    private string WordsFor(DateTimeOffset moment) => Sentence.Of(Times.Relative(moment, Clock.Now, ZoneOrUtc));

    private static IEnumerable<PermissionKey> MissingFor(MemberRow row) => new[] { row.RolesLock?.MissingKey, row.RemovalLock?.MissingKey }.OfType<PermissionKey>().Distinct();

    private Html PersonOf(MemberRow row, RowPlace place) => PersonCell.Draw(
        row.Id.Value, row.Name, row.EmailAddress ?? (row.Name is null ? row.Id.Value : null), Images.PathOf(row.PictureUrl, ImageShape.Person, isPublic: false),
        Organization is { } organization ? PeoplePaths.Member(organization, row.Id) : null, badges: BadgesOf(row), nameId: place.NameId);

    private Html? BadgesOf(MemberRow row) => row is { IsMe: false, IsSuspended: false, End: null } ? null : Html.Of($"""
        {(row.IsMe ? Badge.Draw(Tone.Accent, L["You"]) : null)}{(row.IsSuspended ? Badge.Draw(Tone.Danger, L["Suspended"]) : null)}{(row.End is { } end ? Badge.Draw(Tone.Warning, L["Until", Times.Date(end.LastMoment, ZoneOrUtc)]) : null)}
        """);

    private Html RolesOf(MemberRow row, RowPlace place) => Words.Describe(row.RolesLock) is { } locked
        ? OptionButton.DrawLocked(Words.ShortRolesOf(row), locked)
        : OptionButton.Draw(place.IdOf(RolePart), _role.Of(place), Words.ShortRolesOf(row), _choosing.Contains(row.Id));

    private Html SignInOf(MemberRow row, RowPlace place) => row.LastSignInAt is { } moment
        ? RelativeTime.Draw(moment, WordsOf(moment), Times.Exact(moment, ZoneOrUtc), isMuted: true)
        : Html.Of($"<span class=\"muted\">{L["Never"]}</span>");

    // Without anything to choose from there is no menu.
    private MemberRow? Choosing => _open is { } open && Roles.Count > 0 ? Rows?.FirstOrDefault(row => row.Id == open) : null;

    private Task PressAsync(RowPress<MemberRow> press) => press is { Part: RolePart, Item.RolesLock: null } ? ToggleRolesAsync(press.Item, press.Id) : Task.CompletedTask;

    // What there is to choose from is read when somebody wants it.
    private async Task ToggleRolesAsync(MemberRow row, string id)
    {
        var wasOpen = Choosing?.Id == row.Id;
        _open = null;
        if (wasOpen || _choosing.Contains(row.Id))
        {
            return;
        }

        await WhileChoosingAsync(row, () => OnRolesNeeded.InvokeAsync());
        (_open, _anchorId) = (row.Id, id);
    }

    private async Task ChooseAsync(MemberRow row, OrganizationRoleId role)
    {
        _open = null;
        if (!_choosing.Contains(row.Id) && (row.Roles is not [var only] || only.Id != role))
        {
            await WhileChoosingAsync(row, () => OnChoose.InvokeAsync((row, [role])));
        }
    }

    private async Task WhileChoosingAsync(MemberRow row, Func<Task> act)
    {
        _choosing.Add(row.Id);
        try
        {
            await act();
        }
        finally
        {
            _choosing.Remove(row.Id);
        }
    }

    private SortDirection SortOf(MemberOrder ascending, MemberOrder descending) =>
        Order == ascending ? SortDirection.Ascending : Order == descending ? SortDirection.Descending : SortDirection.None;

    // One way, the other, and back to no order.
    private string? NextHref(MemberOrder first, MemberOrder second) => OrderHref?.Invoke(Order == first ? second : Order == second ? MemberOrder.None : first);

    private Task SelectAsync((MemberRow Row, bool IsSelected) tick)
    {
        Selection?.Set(tick.Row, tick.IsSelected);
        return OnSelected.InvokeAsync();
    }

    private Task SelectAllAsync(bool isSelected)
    {
        foreach (var row in Rows ?? [])
        {
            Selection?.Set(row, isSelected);
        }

        return OnSelected.InvokeAsync();
    }

    private string NamesOf(IReadOnlyList<OrganizationRoleId> roles)
    {
        var names = Roles.Where(role => roles.Contains(role.Role.Id)).Select(role => role.Role.Name).ToList();
        return names.Count == 0 ? L["NoRole"] : Words.Join(names);
    }

    private string? ClassOf(MemberRow row) => Selection?.Contains(row.Id) is true ? "is-selected" : States.IsBusy(row.Id) ? "is-faint" : States.HasArrived(row.Id) ? "is-new" : null;
}
