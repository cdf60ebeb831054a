using Microsoft.AspNetCore.Components;
using OrgPortal.Web.App;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Product;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations;

/// <summary>My organizations and the invitations for my address. Whoever has exactly one of the former and none of the latter goes straight in.</summary>
public sealed partial class HomePage
{
    // Up to here a list is faster read than searched.
    private const int FewEnough = 8;

    // Going straight in is a redirect only as long as no HTML has gone out.
    private static readonly TimeSpan PatienceBeforeGoingOn = TimeSpan.FromSeconds(5);

    private readonly HandedOver<IReadOnlyList<MyOrganization>> _mine = new();
    private readonly HandedOver<MyInvitations> _invited = new();
    private readonly HandedOver<CreationClosed> _closed = new();
    private readonly CancellationTokenSource _leaving = new();
    private Person? _me;
    private Failure? _failure;
    private InvitationId? _answering;
    private MyInvitation? _declining;
    private IDisposable? _watch;
    private string _search = string.Empty;

    /// <summary>Shows the list also to somebody who would go straight in.</summary>
    [SupplyParameterFromQuery(Name = "stay")]
    public string? Stay { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit.</summary>
    [PersistentState]
    public IReadOnlyList<MyOrganization>? Mine
    {
        get => _mine.Value;
        set => _mine.Give(value);
    }

    /// <inheritdoc cref="Mine" />
    [PersistentState]
    public MyInvitations? Invited
    {
        get => _invited.Value;
        set => _invited.Give(value);
    }

    /// <summary>Whether creating organizations is closed for everybody; handed to the circuit too.</summary>
    [PersistentState]
    public CreationClosed? Closed
    {
        get => _closed.Value;
        set => _closed.Give(value);
    }

    private IReadOnlyList<MyOrganization> Open => [.. Mine!.Where(one => one.Hold is null)];

    private IReadOnlyList<MyOrganization> Held => [.. Mine!.Where(one => one.Hold is not null)];

    private IReadOnlyList<MyOrganization> Found =>
        [.. Open.Where(one => _search.Length == 0 || one.Name.Contains(_search, StringComparison.CurrentCultureIgnoreCase))];

    /// <inheritdoc />
    public void Dispose()
    {
        _watch?.Dispose();
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _me = await CurrentUser.GetAsync();
        if (RendererInfo.IsInteractive)
        {
            _watch = Events.SubscribeToAll(OnChanged);
        }

        if (Mine is null)
        {
            await OpenAsync().WithPatience(RendererInfo, Time, PatienceBeforeGoingOn);
        }
    }

    private async Task OpenAsync()
    {
        await ReadAsync();
        if (!_leaving.IsCancellationRequested && Mine is [{ Hold: null } only] && Invited is { Items.Count: 0 } && Stay is null)
        {
            Navigation.NavigateTo(ShellPaths.Organization(only.Id.Value), replace: true);
        }
    }

    private async Task ReadAsync()
    {
        var reading = Invitations.ListMineAsync(_leaving.Token);
        var asking = Organizations.MayCreateAsync(_leaving.Token);
        var mine = await Organizations.ListMineAsync(_leaving.Token);
        var (creating, invited) = (await asking, await reading);
        if (_leaving.IsCancellationRequested)
        {
            return;
        }

        // Whoever has come to a limit, or cannot be told, is told where the way ends. Here it is closed for everybody.
        _closed.Value = creating.Failure is Refused { Reason: RefusalReasons.CreationNotAllowed } closed ? new CreationClosed(closed.Subject) : null;
        _failure = mine.Failure;
        if (!mine.IsFailure)
        {
            // Without the invitations the page is still worth showing.
            _invited.Value = invited.IsFailure ? MyInvitations.None : invited.Value;
            _mine.Value = mine.Value;
        }

        StateHasChanged();
    }

    private void OnChanged(OrganizationEvent change)
    {
        var concernsMe = change switch
        {
            MembersChanged { Affected: { } affected } => affected == _me?.Id,
            InvitationsChanged => Invited?.Items.Any(invitation => invitation.Organization == change.Organization) is true,
            _ => Mine?.Any(one => one.Id == change.Organization) is true,
        };
        if (concernsMe)
        {
            _ = InvokeAsync(() => _leaving.IsCancellationRequested ? Task.CompletedTask : ReadAsync());
        }
    }

    private async Task AcceptAsync(MyInvitation invitation)
    {
        _answering = invitation.Id;
        var accepted = await Invitations.AcceptMineAsync(invitation.Id);
        _answering = null;
        if (accepted.IsFailure)
        {
            Feedback.Failed(accepted.Failure);
            await ReadAsync();
            return;
        }

        if (Visit.Finish(new FinishedVisit(VisitEvent.Joined, accepted.Value, invitation.OrganizationName)) is { } finished)
        {
            Navigation.NavigateTo(finished);
            return;
        }

        Feedback.Succeeded(L["Joined", invitation.OrganizationName]);
        Navigation.NavigateTo(ShellPaths.Organization(accepted.Value.Value));
    }

    private async Task DeclineAsync(MyInvitation invitation, string note)
    {
        // Before the announcement makes the page read again.
        var wasAll = Mine is { Count: 0 } && Invited is { Items.Count: 1 };
        _answering = invitation.Id;
        var declined = await Invitations.DeclineMineAsync(invitation.Id, note);
        (_answering, _declining) = (null, null);
        if (declined.IsFailure)
        {
            Feedback.Failed(declined.Failure);
        }
        else if (wasAll && Visit.Finish(new FinishedVisit(VisitEvent.Declined, invitation.Organization, invitation.OrganizationName)) is { } finished)
        {
            // Nothing else is here for them.
            Navigation.NavigateTo(finished);
            return;
        }
        else
        {
            Feedback.Succeeded(L["Declined", invitation.OrganizationName]);
        }

        await ReadAsync();
    }

    private void Search(string text) => _search = text.Trim();

    private string Describe(MyInvitation invitation)
    {
        string?[] parts =
        [
            invitation.InviterName is { } inviter ? L["InvitedBy", inviter].Value : null,
            invitation.Roles.Count > 0 ? L["InvitedAs", string.Join(", ", invitation.Roles.Select(role => role.Name))].Value : null,
        ];
        return string.Join(' ', parts.Where(part => part is not null));
    }
}
