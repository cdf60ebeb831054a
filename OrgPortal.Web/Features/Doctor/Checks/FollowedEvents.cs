using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto.Webhooks;
using OrgPortal.Web.Webhooks;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>The webhook tells of everything the portal follows.</summary>
internal sealed class FollowedEvents(PortalAddress portal) : ITenantCheck
{
    public string Id => CheckIds.WebhookEvents;

    public IReadOnlyList<string> Needs => [CheckIds.Webhook];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var wanted = portal.Of(LogtoWebhookEndpoint.Path).AbsoluteUri;
        if ((await examination.Hooks).Where(hook => hook.Config.Url == wanted && hook.Enabled).ToList() is not { Count: > 0 } mine)
        {
            return CheckOutcome.Skip(CheckIds.Webhook);
        }

        var missing = WebhookEvents.All.Except(mine.SelectMany(hook => hook.Events)).ToList();
        return missing.Count == 0 ? CheckOutcome.Pass("all", WebhookEvents.All.Count) : CheckOutcome.Fail("missing", mine[0].Name, string.Join(", ", missing));
    }
}
