using OrgPortal.Web.Features.Webhooks;

namespace OrgPortal.Tests.Features.Webhooks;

public sealed class WebhookOptionsTests
{
    [Fact]
    public void What_cannot_be_is_said_in_words()
    {
        var options = new WebhookOptions { PerOrganization = -1, RetentionDays = 3, OffAfterDays = 31 };
        options.Ports.Add(0);

        var failures = new WebhookOptionsValidator().Validate(null, options).Failures!.ToList();

        Assert.Equal(4, failures.Count);
        Assert.All(failures, failure => Assert.StartsWith("Portal:Webhooks:", failure, StringComparison.Ordinal));
        Assert.True(new WebhookOptionsValidator().Validate(null, new WebhookOptions()).Succeeded);
    }
}
