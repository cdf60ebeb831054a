using System.Globalization;
using Microsoft.Extensions.Localization;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>Events and outcomes in words. A word that an older or newer version wrote is shown as it stands.</summary>
internal sealed class WebhookWords(IStringLocalizer<WebhookText> texts)
{
    /// <summary>What happened.</summary>
    public string EventOf(string name) => Find($"Event.{name}") ?? name;

    /// <summary>How an attempt ended; nothing before the first.</summary>
    public string? OutcomeOf(int? status, string? trouble) =>
        status is { } code ? texts["StatusCode", code.ToString(CultureInfo.InvariantCulture)].Value : trouble is null ? null : Find($"Trouble.{trouble}") ?? trouble;

    /// <summary>How long it took.</summary>
    public string TimeOf(int milliseconds) => texts["Milliseconds", milliseconds.ToString("N0", CultureInfo.CurrentCulture)];

    private string? Find(string key) => texts[key] is { ResourceNotFound: false } found ? found.Value : null;
}
