using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Bearer;

internal sealed class ApiOptionsValidator(IOptions<LogtoOptions> logto) : IValidateOptions<ApiOptions>
{
    public ValidateOptionsResult Validate(string? name, ApiOptions options)
    {
        string[] failures = [.. Resource(options), .. Origins(options.Cors.Origins), .. Rate(options)];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Resource(ApiOptions options)
    {
        if (!options.IsOn)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(options.Resource))
        {
            yield return "Api:Clients is set, but Api:Resource is not. Set it to the indicator of the portal's API resource in Logto, such as https://portal.example.com/api, or leave Api:Clients out for no API.";
        }
        else if (!Uri.TryCreate(options.Resource, UriKind.Absolute, out _))
        {
            yield return $"Api:Resource is '{options.Resource}', which is no indicator. Set it to what the API resource is called in Logto, such as https://portal.example.com/api.";
        }
        else if (options.Resource == logto.Value.Management.Resource)
        {
            yield return "Api:Resource is that of Logto's Management API. Make an API resource of its own in Logto: a token for one must never open the other.";
        }
        else if (options.Resource.StartsWith(BearerReach.OrganizationAudience, StringComparison.Ordinal))
        {
            yield return $"Api:Resource begins with {BearerReach.OrganizationAudience}, which is how tokens for organizations are told. Set it to an indicator of its own.";
        }
    }

    private static IEnumerable<string> Origins(IEnumerable<string> origins) =>
        from origin in origins
        where !Uri.TryCreate(origin, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.GetLeftPart(UriPartial.Authority) != origin
        select $"Api:Cors:Origins contains '{origin}', which is no origin. Write scheme, host and port and nothing behind them, such as https://app.example.com; there is no '*'.";

    private static IEnumerable<string> Rate(ApiOptions options)
    {
        if (options.RequestsPerMinute < 1)
        {
            yield return $"Api:RequestsPerMinute is {options.RequestsPerMinute}. Set it to 1 or more, or leave it out for 300.";
        }
    }
}
