using Microsoft.Extensions.Options;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Webhooks;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>The portal knows the key that Logto signs with. What is signed with another is refused.</summary>
internal sealed class WebhookKey(PortalAddress portal, IOptions<LogtoOptions> logto) : ITenantCheck
{
    public string Id => CheckIds.WebhookKey;

    public IReadOnlyList<string> Needs => [CheckIds.Webhook];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        var wanted = portal.Of(LogtoWebhookEndpoint.Path).AbsoluteUri;
        if ((await examination.Hooks).Where(hook => hook.Config.Url == wanted && hook.Enabled).ToList() is not { Count: > 0 } mine)
        {
            return CheckOutcome.Skip(CheckIds.Webhook);
        }

        var key = logto.Value.Webhooks.SigningKey;
        return string.IsNullOrEmpty(key) ? CheckOutcome.Fail("unset", mine[0].Name)
            : mine.Find(hook => hook.SigningKey != key) is { } other ? CheckOutcome.Fail("other", other.Name)
            : CheckOutcome.Pass("same");
    }
}
