using Microsoft.Extensions.Options;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Webhooks;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>Logto tells the portal what happened in it. Without, the portal finds out within half a minute.</summary>
internal sealed class WebhookAddress(PortalAddress portal, IOptions<LogtoOptions> logto) : ITenantCheck
{
    public string Id => CheckIds.Webhook;

    public IReadOnlyList<string> Needs => [CheckIds.Access];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var (wanted, key) = (portal.Of(LogtoWebhookEndpoint.Path).AbsoluteUri, logto.Value.Webhooks.SigningKey);
        var hooks = await examination.Hooks;
        var mine = hooks.Where(hook => hook.Config.Url == wanted).ToList();
        return mine switch
        {
            [] when string.IsNullOrEmpty(key) => CheckOutcome.Warn("none", wanted),
            // Ours by its key: a tenant may have webhooks of other portals.
            [] when hooks.FirstOrDefault(hook => hook.SigningKey == key) is { } elsewhere => CheckOutcome.Fail("elsewhere", elsewhere.Name, wanted),
            [] => CheckOutcome.Fail("missing", wanted),
            _ when mine.Find(hook => hook.Enabled) is { } enabled => CheckOutcome.Pass("there", enabled.Name, wanted),
            _ => CheckOutcome.Fail("disabled", mine[0].Name),
        };
    }
}
