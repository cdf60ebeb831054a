using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>An organization's webhooks.</summary>
public sealed partial class WebhooksPage
{
    private readonly HandedOver<WebhooksSnapshot> _read = new();
    private OrganizationId? _organization;
    private Failure? _failure;
    private IDisposable? _subscription;
    private ShownWebhookSecret? _shown;
    private bool _isNewOpen;
    private bool _isNewWanted;
    private bool _isUnproved;
    private int _lastRead;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public WebhooksSnapshot? Snapshot
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
        _shown = null;
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
            await StartAsync();
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
        if (NewQuery is not null && !_isNewWanted && _organization is { } organization && Access?.Allows(OrganizationPermissions.ManageOrganization) is true)
        {
            // The URL first: going elsewhere would close the dialog.
            _isNewWanted = true;
            Navigation.NavigateTo(WebhookPaths.All(organization), replace: true);
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
            _read.Value = new WebhooksSnapshot(organization, list.Value, began);
        }
        else if (list.Failure is not Unavailable)
        {
            // Whoever may not see them any more does not go on seeing them.
            _read.Value = null;
        }

        StateHasChanged();
    }

    private Task FollowAsync(OrganizationEvent happened) => happened is WebhooksChanged or MembersChanged ? InvokeAsync(ReadAsync) : Task.CompletedTask;

    // A secret is shown at the end of it: who asks proves first who they are, before anything is typed.
    private async Task StartAsync()
    {
        if (await Reauthentication.IsRecentAsync())
        {
            _isNewOpen = true;
        }
        else
        {
            _isUnproved = true;
        }
    }

    private void AskForIdentity() => (_isNewOpen, _isUnproved) = (false, true);

    private void Show(ShownWebhookSecret secret) => (_isNewOpen, _shown) = (false, secret);

    // The value goes with the dialog: nothing of it stays in the page.
    private void ShowWebhook()
    {
        if (_shown is { Webhook: var webhook } && _organization is { } organization)
        {
            _shown = null;
            Navigation.NavigateTo(WebhookPaths.One(organization, webhook));
        }
    }
}
