using System.Globalization;
using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>One webhook: its log, how it signs, and how it ends. The part of the log stands in the URL.</summary>
public sealed partial class WebhookPage
{
    private readonly HandedOver<WebhookSnapshot> _read = new();
    private OrganizationId? _organization;
    private DeliveryQuery _query = new();
    private Failure? _failure;
    private IDisposable? _subscription;
    private string? _url;
    private bool _isReading;
    private int _lastRead;

    /// <summary>The organization, as it stands in the URL.</summary>
    [Parameter]
    public string OrganizationId { get; set; } = string.Empty;

    /// <summary>The webhook, as it stands in the URL.</summary>
    [Parameter]
    public Guid WebhookId { get; set; }

    /// <summary>What was read while prerendering, handed to the circuit so that it is not read twice.</summary>
    [PersistentState]
    public WebhookSnapshot? Snapshot
    {
        get => _read.Value;
        set => _read.Give(value);
    }

    /// <summary>Which dialog is to be brought up: <c>edit</c>, or the one for a new secret. Nothing is done by it.</summary>
    [SupplyParameterFromQuery(Name = "new")]
    public string? NewQuery { get; set; }

    /// <summary>Only deliveries that stand so.</summary>
    [SupplyParameterFromQuery(Name = "state")]
    public string? StateQuery { get; set; }

    /// <summary>Only what is older than this delivery.</summary>
    [SupplyParameterFromQuery(Name = "before")]
    public string? BeforeQuery { get; set; }

    [CascadingParameter]
    private OrganizationAccess? Access { get; set; }

    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    private string? NewestUrl => _query.Before is null || _organization is not { } organization ? null : WebhookPaths.One(organization, WebhookId, _query with { Before = null });

    private string? OlderUrl => _organization is { } organization && Snapshot?.Deliveries.Next is { } next ? WebhookPaths.One(organization, WebhookId, _query with { Before = next }) : null;

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

        if (_wanted is { } wanted && NewQuery is null)
        {
            _wanted = null;
            await BringUpAsync(wanted);
        }

        _query = new DeliveryQuery(WebhookPaths.StateOf(StateQuery), long.TryParse(BeforeQuery, NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null);
        var url = WebhookPaths.One(organization, WebhookId, _query);
        if (url == _url)
        {
            return;
        }

        Open(organization, url);
        if (Snapshot?.Url != url || (RendererInfo.IsInteractive && Changes.HappenedSince(organization, Snapshot.ReadAt)))
        {
            await ReadAsync().WithPatience(RendererInfo, Time);
        }
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (NewQuery is { } wanted && _wanted is null && _organization is { } organization && Access?.Allows(OrganizationPermissions.ManageOrganization) is true)
        {
            // The URL first: going elsewhere would close the dialog.
            _wanted = wanted;
            Navigation.NavigateTo(WebhookPaths.One(organization, WebhookId), replace: true);
        }
    }

    private void Open(OrganizationId organization, string url)
    {
        _url = url;
        if (Snapshot is { } shown && (shown.Organization != organization || shown.Webhook.Id != WebhookId))
        {
            _read.Value = null;
        }

        if (organization == _organization)
        {
            return;
        }

        (_organization, _failure) = (organization, null);
        _subscription?.Dispose();
        _subscription = RendererInfo.IsInteractive ? Events.Subscribe(organization, FollowAsync) : null;
    }

    // Not cancelled when the page is left, since others may wait for the same answer; what comes too late is dropped.
    private async Task ReadAsync()
    {
        if (_organization is not { } organization || _url is not { } url)
        {
            return;
        }

        var (read, began, webhook) = (++_lastRead, Time.GetUtcNow(), WebhookId);
        _isReading = true;
        var found = await Service.GetAsync(organization, webhook);
        var deliveries = found.IsFailure ? found.Failure : await Service.ListDeliveriesAsync(organization, webhook, _query);
        if (read != _lastRead)
        {
            return;
        }

        (_isReading, _failure) = (false, deliveries.Failure);
        if (!deliveries.IsFailure)
        {
            _read.Value = new WebhookSnapshot(organization, url, found.Value, deliveries.Value, began);
        }
        else if (deliveries.Failure is not Unavailable)
        {
            // Whoever may not see it any more does not go on seeing it.
            _read.Value = null;
        }

        StateHasChanged();
    }

    private Task FollowAsync(OrganizationEvent happened) => happened is WebhooksChanged or MembersChanged ? InvokeAsync(ReadAsync) : Task.CompletedTask;

    private void Show(DeliveryState? state) => Navigation.NavigateTo(WebhookPaths.One(_organization!.Value, WebhookId, new DeliveryQuery(state)));
}
