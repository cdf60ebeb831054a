using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Does something to several people: what, then everybody on a list with what it means for them, then what became of each. Whoever it was done to is
/// selected no more, the others stay selected.
/// </summary>
public sealed partial class BulkDialog
{
    private readonly HashSet<OrganizationRoleId> _ticked = [];
    private BulkPlan _plan = new(BulkKind.Remove, new HashSet<OrganizationRoleId>());
    private IReadOnlyList<BulkItem>? _items;
    private BulkForm? _opened;
    private DateOnly? _day;
    private Step _step;
    private int _total;
    private bool _stopping;

    /// <summary>What it is about; <see langword="null"/> while it is closed.</summary>
    [Parameter, EditorRequired]
    public BulkForm? Form { get; set; }

    /// <summary>Where.</summary>
    [Parameter, EditorRequired]
    public OrganizationId Organization { get; set; }

    /// <summary>What the organization is called.</summary>
    [Parameter, EditorRequired]
    public string OrganizationName { get; set; } = string.Empty;

    /// <summary>To whom.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<MemberRow> People { get; set; } = [];

    /// <summary>The roles for people.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<GrantableRole> Roles { get; set; } = [];

    /// <summary>Whether the person may see and end invitations.</summary>
    [Parameter]
    public bool MayInvite { get; set; }

    /// <summary>Raised when it was closed, with those to whom it was done.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<UserId>> OnClose { get; set; }

    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    private enum Step
    {
        Choose,
        Review,
        Running,
        Ended,
    }

    private string Title => Form switch
    {
        BulkForm.Remove => L["BulkRemoveTitle", People.Count, OrganizationName],
        BulkForm.End => L["BulkEndTitle", People.Count],
        _ => L["BulkRolesTitle", People.Count],
    };

    private string? Description => _step switch
    {
        Step.Choose => L["BulkChooseText"].Value,
        Step.Review => L["BulkReviewText"].Value,
        _ => null,
    };

    private string Verb => (_items, _plan.Kind) switch
    {
        (null, _) => L["BulkReview"],
        (_, BulkKind.Remove) => L["BulkRemoveVerb", CountOf(BulkState.Waiting)],
        _ => L["BulkVerb", CountOf(BulkState.Waiting)],
    };

    private bool CanGoOn => _items is not null ? CountOf(BulkState.Waiting) > 0 : Form != BulkForm.Roles || _ticked.Count > 0 || _plan.Kind == BulkKind.ReplaceRoles;

    private string Progress => _step == Step.Review
        ? L["BulkReviewed", CountOf(BulkState.Waiting), CountOf(BulkState.LeftOut)]
        : L["BulkProgress", CountOf(BulkState.Done) + CountOf(BulkState.Undone), _total, CountOf(BulkState.Failed)];

    private int NewAdministrators => _plan.Kind is BulkKind.Remove or BulkKind.SetEnd ? 0 : _items?.Count(item =>
        item.State == BulkState.Waiting
        && !RolePowers.MakeAdministrator(RolePowers.Of(item.Row.Roles.Select(role => role.Id), Roles))
        && RolePowers.MakeAdministrator(RolePowers.Of(_plan.RolesFor(item.Row), Roles))) ?? 0;

    private IReadOnlyList<Choice<string>> Ways =>
        [.. new[] { BulkKind.AddRoles, BulkKind.TakeRoles, BulkKind.ReplaceRoles }.Select(way => new Choice<string>(way.ToString(), L[$"Bulk{way}"], L[$"Bulk{way}Text"]))];

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (Form == _opened)
        {
            return;
        }

        _opened = Form;
        _ticked.Clear();
        (_items, _day, _step, _stopping, _total) = (null, null, Step.Choose, false, 0);
        _plan = new BulkPlan(
            Form switch { BulkForm.Remove => BulkKind.Remove, BulkForm.End => BulkKind.SetEnd, _ => BulkKind.AddRoles },
            new HashSet<OrganizationRoleId>(),
            Invitations: MayInvite ? SentInvitationsFate.TakeOver : SentInvitationsFate.Leave);
        if (Form == BulkForm.Remove)
        {
            Review();
        }
    }

    private void ChooseWay(string way) => _plan = _plan with { Kind = Enum.Parse<BulkKind>(way) };

    private void ChooseFate(string fate) => _plan = _plan with { Invitations = Enum.Parse<SentInvitationsFate>(fate) };

    private void Tick(OrganizationRoleId role, bool isTicked) => _ = isTicked ? _ticked.Add(role) : _ticked.Remove(role);

    private void Review()
    {
        _plan = _plan with { Roles = _ticked.ToHashSet(), EndsAt = MembershipEndFields.EndOf(_day, Zone) };
        _items = BulkActs.Review(_plan, People);
        _step = Step.Review;
    }

    private void Back() => (_items, _step) = (null, Step.Choose);

    private static void LeaveOut(BulkItem item) => item.State = BulkState.LeftOut;

    private async Task GoOnAsync()
    {
        if (_items is not { } items)
        {
            Review();
            return;
        }

        (_step, _stopping, _total) = (Step.Running, false, CountOf(BulkState.Waiting));
        await Acts.RunAsync(Organization, _plan, items, () =>
        {
            StateHasChanged();
            return !_stopping;
        });
        _step = Step.Ended;
        if (CountOf(BulkState.Done) == _total)
        {
            // Nothing to look at: the words after the act, with Undo, say it all.
            var (plan, organization) = (_plan, Organization);
            Feedback.Succeeded(L[plan.Kind == BulkKind.Remove ? "BulkRemoved" : "BulkChanged", _total], () => InvokeAsync(() => UndoAsync(organization, plan, items)));
            await CloseAsync();
        }
    }

    private Task UndoAsync() => _items is { } items ? UndoAsync(Organization, _plan, items) : Task.CompletedTask;

    private async Task UndoAsync(OrganizationId organization, BulkPlan plan, IReadOnlyList<BulkItem> items)
    {
        var left = await Acts.UndoAsync(organization, plan, items);
        var failed = items.FirstOrDefault(item => item is { State: BulkState.Failed, Failure: not null });
        if (failed is null || items.Any(item => item.State == BulkState.Undone))
        {
            var undone = items.Count(item => item.State == BulkState.Undone);
            Feedback.Succeeded(left > 0 ? L["BulkTakenBackInvitationsLeft", undone, left] : L["BulkTakenBack", undone]);
        }
        else
        {
            Feedback.Failed(failed.Failure!);
        }
    }

    private async Task CloseAsync()
    {
        if (_step != Step.Running)
        {
            await OnClose.InvokeAsync([.. _items?.Where(item => item.State == BulkState.Done).Select(item => item.Row.Id) ?? []]);
        }
    }

    private int CountOf(BulkState state) => _items?.Count(item => item.State == state) ?? 0;

    private string NoteOn(BulkItem item) => item switch
    {
        { Failure: { } failure } => Failures.Describe(failure),
        { State: BulkState.LeftOut } when _plan.ChangesNothingFor(item.Row) => L["BulkNothing"],
        { State: BulkState.LeftOut } => L["BulkByHand"],
        _ => _plan.Kind switch
        {
            BulkKind.Remove => item.Row.Roles.Count == 0 ? L["NoRole"] : Words.Join(item.Row.Roles.Select(role => role.Name)),
            BulkKind.SetEnd => L["BulkFromTo", EndOf(item.Row.End?.LastMoment), EndOf(_plan.EndsAt?.AddSeconds(-1))],
            _ => L["BulkFromTo", NamesOf(item.Row.Roles.Select(role => role.Id), item.Row), NamesOf(_plan.RolesFor(item.Row), item.Row)],
        },
    };

    private string EndOf(DateTimeOffset? lastMoment) => lastMoment is { } moment ? L["Until", Times.Date(moment, Zone ?? TimeZoneInfo.Utc)] : L["NoEnd"];

    private string NamesOf(IEnumerable<OrganizationRoleId> roles, MemberRow row)
    {
        var names = roles.Select(id => Roles.FirstOrDefault(role => role.Role.Id == id)?.Role.Name ?? row.Roles.FirstOrDefault(role => role.Id == id)?.Name ?? id.Value).Order(StringComparer.CurrentCulture).ToList();
        return names.Count == 0 ? L["NoRole"] : Words.Join(names);
    }

    private static Tone ToneOf(BulkState state) => state switch
    {
        BulkState.Done => Tone.Success,
        BulkState.Failed => Tone.Danger,
        _ => Tone.Neutral,
    };
}
