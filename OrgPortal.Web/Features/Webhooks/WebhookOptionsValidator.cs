using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Features.Webhooks;

internal sealed class WebhookOptionsValidator : IValidateOptions<WebhookOptions>
{
    private const int HighestPort = 65535;

    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        string[] failures =
        [
            .. Range(nameof(WebhookOptions.PerOrganization), options.PerOrganization, 0, 100, "a number of webhooks"),
            .. Range(nameof(WebhookOptions.RetentionDays), options.RetentionDays, 4, 365, "a number of days"),
            .. Range(nameof(WebhookOptions.OffAfterDays), options.OffAfterDays, 1, 30, "a number of days"),
            .. options.Ports.Where(port => port is < 1 or > HighestPort)
                .Select(port => $"{WebhookOptions.Section}:{nameof(WebhookOptions.Ports)} contains {port}, which is no port. Leave only numbers from 1 to {HighestPort}."),
        ];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Range(string key, int value, int least, int most, string what)
    {
        if (value < least || value > most)
        {
            yield return $"{WebhookOptions.Section}:{key} is {value}. Set it to {what} from {least} to {most}.";
        }
    }
}
