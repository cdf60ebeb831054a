using Microsoft.AspNetCore.Components;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Makes a webhook with its signing secret, or changes what one is like.</summary>
public sealed partial class WebhookDialog
{
    private readonly CancellationTokenSource _closing = new();
    private Draft<WebhookDraft>? _draft;
    private WebhookTerms? _terms;
    private Failure? _termsFailure;
    private Failure? _failure;
    private string _url = string.Empty;
    private string _description = string.Empty;
    private IReadOnlyList<string> _events = [];
    private bool _isSaving;
    private bool _wasOpen;

    /// <summary>Whether it is to be seen. It begins anew each time.</summary>
    [Parameter, EditorRequired]
    public bool Open { get; set; }

    /// <summary>Whose webhook.</summary>
    [Parameter, EditorRequired]
    public OrganizationId Organization { get; set; }

    /// <summary>Which is changed; <see langword="null"/> for a new one.</summary>
    [Parameter]
    public WebhookRow? Webhook { get; set; }

    /// <summary>Raised when it was closed without doing anything.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>Raised with the secret of the webhook that was made.</summary>
    [Parameter]
    public EventCallback<ShownWebhookSecret> OnMade { get; set; }

    /// <summary>Raised with the webhook's host when it was changed.</summary>
    [Parameter]
    public EventCallback<string> OnChanged { get; set; }

    /// <summary>Raised when the person has to prove first who they are.</summary>
    [Parameter]
    public EventCallback OnIdentityNeeded { get; set; }

    private string DraftName => Webhook is null ? $"{Organization}:webhook" : $"{Organization}:webhook:{Webhook.Id}";

    private WebhookDraft Typed => new(_url, _description, _events);

    private bool IsTyped => _url != (Webhook?.Url ?? string.Empty) || _description != (Webhook?.Description ?? string.Empty) || (Webhook is not null && !_events.ToHashSet().SetEquals(Webhook.EventTypes));

    // Making it again is the button below; terms that could not be read have no other.
    private EventCallback Retry => _failure is null && _termsFailure is not null ? EventCallback.Factory.Create(this, ReadAsync) : default;

    /// <inheritdoc />
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync()
    {
        var isOpening = Open && !_wasOpen;
        _wasOpen = Open;
        if (!isOpening)
        {
            return Task.CompletedTask;
        }

        (_terms, _termsFailure, _failure) = (null, null, null);
        Begin();
        return ReadAsync();
    }

    private void Begin() => Restore(new WebhookDraft(Webhook?.Url ?? string.Empty, Webhook?.Description ?? string.Empty, Webhook?.EventTypes ?? []));

    private void Restore(WebhookDraft draft) => (_url, _description, _events) = (draft.Url, draft.Description, draft.EventTypes);

    private async Task ReadAsync()
    {
        var read = await Service.GetTermsAsync(Organization, _closing.Token);
        _termsFailure = read.Failure;
        if (!read.IsFailure)
        {
            _terms = read.Value;
        }
    }

    private async Task SaveAsync()
    {
        _isSaving = true;
        var form = new WebhookForm(_url.Trim(), _description, _events);
        if (Webhook is { Id: var webhook })
        {
            var changed = await Service.ChangeAsync(Organization, webhook, form);
            await EndAsync(changed.Failure, () => OnChanged.InvokeAsync(WebhookAddress.HostOf(form.Url)));
            return;
        }

        var made = await Service.CreateAsync(Organization, form);
        await EndAsync(made.Failure, () => OnMade.InvokeAsync(made.Value));
    }

    private async Task EndAsync(Failure? failure, Func<Task> tell)
    {
        (_isSaving, _failure) = (false, failure);
        if (failure is ReauthenticationRequired)
        {
            // What was typed is there again afterwards.
            await OnIdentityNeeded.InvokeAsync();
        }
        else if (failure is null)
        {
            await _draft.DropIfAnyAsync();
            await tell();
        }
    }

    private async Task CancelAsync()
    {
        await _draft.DropIfAnyAsync();
        await OnClose.InvokeAsync();
    }
}
