using OrgPortal.Web.Components;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Webhooks;

/// <content>What can be done with the webhook. It is read again when the change is announced.</content>
public sealed partial class WebhookPage
{
    private const string EditWanted = "edit";

    private ShownWebhookSecret? _shown;
    private DeliveryRow? _looked;
    private string? _returnTo;
    private string? _wanted;
    private bool _isEditing;
    private bool _isRotating;
    private bool _isTesting;

    private Task BringUpAsync(string wanted)
    {
        if (wanted != EditWanted)
        {
            return StartAsync();
        }

        _isEditing = true;
        return Task.CompletedTask;
    }

    // A secret is shown at the end of it: who asks proves first who they are.
    private async Task StartAsync()
    {
        if (await Reauthentication.IsRecentAsync())
        {
            _isRotating = true;
        }
        else
        {
            AskForIdentity(WebhookPaths.NewSecret(_organization!.Value, WebhookId));
        }
    }

    private void AskForIdentity(string returnTo) => (_isEditing, _isRotating, _returnTo) = (false, false, returnTo);

    private void ShowSecret(ShownWebhookSecret secret) => (_isRotating, _shown) = (false, secret);

    private void TellChanged(string host)
    {
        _isEditing = false;
        Feedback.Succeeded(L["Changed", host]);
    }

    private async Task TestAsync()
    {
        _isTesting = true;
        var sent = await Service.TestAsync(_organization!.Value, WebhookId);
        _isTesting = false;
        Tell(sent.Failure, "TestSent", Snapshot?.Webhook.Host ?? string.Empty);
    }

    private async Task ReplayAsync(DeliveryRow row) => Tell((await Service.ReplayAsync(_organization!.Value, WebhookId, row.Id)).Failure, "SentAgain", Words.EventOf(row.EventType));

    private async Task SwitchAsync()
    {
        var (host, isOn) = (Snapshot!.Webhook.Host, !Snapshot.Webhook.IsOn);
        if (!isOn && !await Feedback.ConfirmAsync(new Confirmation(L["AskSwitchOff", host], L["SwitchOff"]) { Consequences = [L["OffNothing"], L["OffBack"]], Danger = true }))
        {
            return;
        }

        Tell((await Service.SwitchAsync(_organization!.Value, WebhookId, isOn)).Failure, isOn ? "SwitchedOn" : "SwitchedOff", host);
    }

    private async Task DeleteAsync()
    {
        var host = Snapshot!.Webhook.Host;
        if (!await Feedback.ConfirmAsync(new Confirmation(L["AskDelete", host], L["Delete"]) { Consequences = [L["DeleteNow"], L["DeleteForEver"]], Danger = true }))
        {
            return;
        }

        var deleted = await Service.DeleteAsync(_organization!.Value, WebhookId);
        Tell(deleted.Failure, "Deleted", host);
        if (!deleted.IsFailure)
        {
            Navigation.NavigateTo(WebhookPaths.All(_organization.Value));
        }
    }

    private void Tell(Failure? failure, string words, string name)
    {
        if (failure is not null)
        {
            Feedback.Failed(failure);
        }
        else
        {
            Feedback.Succeeded(L[words, name]);
        }
    }
}
