using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>People, Invitations, links to join by. The first read is prerendered and handed to the circuit; later ones keep the old rows until the new ones are there.</summary>
public sealed partial class JoinLinksPage
{
    private readonly HandedOver<JoinLinksSnapshot> _shown = new();
    private OrganizationId? _organization;
    private Failure? _failure;
    private IDisposable? _subscription;
    private JoinLinkRow? _joined;
    private Guid? _changing;
    private Uri? _made;
    private bool _isReading;
    private bool _isNewOpen;
    private bool _isNewWanted;
    private int _lastRead;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public JoinLinksSnapshot? Snapshot
    {
        get => _shown.Value;
        set => _shown.Give(value);
    }

    /// <summary>Whether the dialog for a new one is to be brought up.</summary>
    [SupplyParameterFromQuery(Name = "new")]
    public string? New { get; set; }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

    // As it is now: the dialog says so when somebody else was faster.
    private JoinLinkRow? Changing => _changing is { } id ? Snapshot?.Links.FirstOrDefault(row => row.Id == id) : null;

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

        if (_isNewWanted && New is null)
        {
            _isNewWanted = false;
            OpenNew();
        }

        if (organization == _organization)
        {
            return;
        }

        Open(organization);
        if (Snapshot is null || (RendererInfo.IsInteractive && Changes.HappenedSince(organization, Snapshot.ReadAt)))
        {
            await ReadAsync().WithPatience(RendererInfo, Time);
        }
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (New is not null && !_isNewWanted && _organization is { } organization && Access?.Allows(OrganizationPermissions.InviteMembers) is true)
        {
            // The URL first: going elsewhere would close the dialog.
            _isNewWanted = true;
            Navigation.NavigateTo(PeoplePaths.JoinLinks(organization), replace: true);
        }
    }

    private void Open(OrganizationId organization)
    {
        _organization = organization;
        _failure = null;
        _subscription?.Dispose();
        _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, happened => InvokeAsync(() => FollowAsync(happened))) : null;
        if (Snapshot is not null && Snapshot.Organization != organization)
        {
            _shown.Value = null;
        }
    }

    // What comes too late is dropped: the newest read counts.
    private async Task ReadAsync()
    {
        if (_organization is not { } organization)
        {
            return;
        }

        var (read, began) = (++_lastRead, Time.GetUtcNow());
        _isReading = true;
        var links = await Service.ListAsync(organization);
        if (read != _lastRead)
        {
            return;
        }

        _isReading = false;
        _failure = links.Failure;
        if (!links.IsFailure)
        {
            _shown.Value = new JoinLinksSnapshot(organization, links.Value, began);
        }
        else if (links.Failure is not Unavailable)
        {
            // Whoever may not see them any more does not go on seeing them.
            _shown.Value = null;
        }

        StateHasChanged();
    }

    // Links change with their makers' rights too.
    private Task FollowAsync(OrganizationEvent happened) => happened is InvitationsChanged or MembersChanged ? ReadAsync() : Task.CompletedTask;

    private void OpenNew() => _isNewOpen = true;

    private void CloseNew(MadeJoinLink? made) => (_isNewOpen, _made) = (false, made?.Address);

    private void CloseChange(string? name)
    {
        _changing = null;
        if (name is not null)
        {
            Feedback.Succeeded(L["Changed", name]);
        }
    }

    private void CloseMade() => _made = null;

    private async Task SwitchAsync(JoinLinkRow row)
    {
        var isOn = row.State == JoinLinkState.Void || !row.IsOn;
        Tell(await Service.SwitchAsync(_organization!.Value, row.Id, isOn), isOn ? "SwitchedOn" : "SwitchedOff", row);
    }

    private async Task ReplaceAsync(JoinLinkRow row)
    {
        var question = new Confirmation(L["AskReplaceTitle", row.Name], L["ActReplace"]) { Consequences = [L["AskReplaceOld"], L["AskReplaceVouch"]] };
        if (!await Feedback.ConfirmAsync(question))
        {
            return;
        }

        var made = await Service.ReplaceAsync(_organization!.Value, row.Id);
        if (made.IsFailure)
        {
            Feedback.Failed(made.Failure);
        }
        else
        {
            _made = made.Value.Address;
        }
    }

    private async Task DeleteAsync(JoinLinkRow row)
    {
        var question = new Confirmation(L["AskDeleteTitle", row.Name], L["ActDelete"]) { Consequences = [L["AskDeleteLink"], L["AskDeleteMembers"]], Danger = true };
        if (await Feedback.ConfirmAsync(question))
        {
            Tell(await Service.DeleteAsync(_organization!.Value, row.Id), "Deleted", row);
        }
    }

    private void Tell(Result done, string words, JoinLinkRow row)
    {
        if (done.IsFailure)
        {
            Feedback.Failed(done.Failure);
        }
        else
        {
            Feedback.Succeeded(L[words, row.Name]);
        }
    }
}
