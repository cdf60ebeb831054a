using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

internal sealed class EnterpriseSignInOptionsValidator : IValidateOptions<EnterpriseSignInOptions>
{
    public ValidateOptionsResult Validate(string? name, EnterpriseSignInOptions options)
    {
        string[] failures = [.. Offered(options.SelfService), .. Organizations(options.Organizations), .. Limit(options.PerOrganization), .. Origins(options.TrustedOrigins)];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Offered(string offered)
    {
        if (!Enum.GetNames<SelfService>().Contains(offered, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{EnterpriseSignInOptions.Section}:{nameof(EnterpriseSignInOptions.SelfService)} is '{offered}'. Set it to off, oidc or all.";
        }
    }

    private static IEnumerable<string> Organizations(IList<string> organizations)
    {
        foreach (var organization in organizations.Where(id => !OrganizationId.TryParse(id, null, out _)))
        {
            yield return $"{EnterpriseSignInOptions.Section}:{nameof(EnterpriseSignInOptions.Organizations)} has '{organization}', which is no id. Set the ids of organizations, as Logto's console shows them.";
        }
    }

    private static IEnumerable<string> Limit(int limit)
    {
        if (limit < 1)
        {
            yield return $"{EnterpriseSignInOptions.Section}:{nameof(EnterpriseSignInOptions.PerOrganization)} is {limit}. Set it to a number of connections, at least 1.";
        }
    }

    private static IEnumerable<string> Origins(IList<string> origins)
    {
        foreach (var origin in origins.Where(origin => !IsOrigin(origin)))
        {
            yield return $"{EnterpriseSignInOptions.Section}:{nameof(EnterpriseSignInOptions.TrustedOrigins)} has '{origin}'. Set origins such as https://sso.example.internal:8443, without a path.";
        }
    }

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) && url.PathAndQuery == "/" && url.UserInfo.Length == 0;
}
