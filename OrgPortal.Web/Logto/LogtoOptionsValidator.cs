using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Logto;

/// <summary>Says everything that is wrong with the section <c>Logto</c> at once: key, value (never a secret) and remedy.</summary>
internal sealed class LogtoOptionsValidator(IHostEnvironment environment) : IValidateOptions<LogtoOptions>
{
    private const string DefaultResource = "https://default.logto.app/api";

    public ValidateOptionsResult Validate(string? name, LogtoOptions options)
    {
        string[] failures =
        [
            .. Endpoint(options),
            .. Missing("Web:ClientId", options.Web.ClientId, "the id of a traditional web application in Logto"),
            .. Missing("Web:ClientSecret", options.Web.ClientSecret, "that application's secret"),
            .. Machine(options),
            .. SameApplication(options),
            .. Resource(options),
        ];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>What calling the Management API needs, without what people sign in through.</summary>
    public IReadOnlyList<string> FailuresOfManagement(LogtoOptions options) => [.. Endpoint(options), .. Machine(options), .. Resource(options)];

    private IEnumerable<string> Machine(LogtoOptions options) =>
    [
        .. Missing("Management:ClientId", options.Management.ClientId, "the id of a machine-to-machine application with access to the Management API"),
        .. Missing("Management:ClientSecret", options.Management.ClientSecret, "that application's secret"),
        .. TokenEndpoint(options.Management.TokenEndpoint),
    ];

    private IEnumerable<string> TokenEndpoint(Uri? endpoint)
    {
        if (endpoint is not { OriginalString.Length: > 0 })
        {
            yield break;
        }

        // First: whatever else is wrong is told with the value, which may hold a password.
        if (endpoint.OriginalString.Contains('@'))
        {
            yield return "Logto:Management:TokenEndpoint contains a user name or password. Leave only the address.";
        }
        else if (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https"))
        {
            yield return $"Logto:Management:TokenEndpoint is '{endpoint.OriginalString}', which is no web address. Leave it out, or set it to https://admin.logto.example.com/oidc/token, for example.";
        }
        else if (endpoint.Scheme == "http" && !endpoint.IsLoopback && !environment.IsDevelopment())
        {
            yield return $"Logto:Management:TokenEndpoint is '{endpoint.OriginalString}', but secrets and tokens must not travel over plain HTTP. Use https.";
        }
    }

    private IEnumerable<string> Endpoint(LogtoOptions options)
    {
        if (options.Endpoint is not { } endpoint || endpoint.OriginalString.Length == 0)
        {
            yield return "Logto:Endpoint is not set. Set it to Logto's address, such as https://example.logto.app; "
                + "with no Logto settings at all, Development runs an embedded one.";
            yield break;
        }

        // First: whatever else is wrong is told with the value, which may hold a password.
        if (endpoint.OriginalString.Contains('@'))
        {
            yield return "Logto:Endpoint contains a user name or password. Leave only the address.";
            yield break;
        }

        if (!endpoint.IsAbsoluteUri || endpoint.Scheme is not ("http" or "https"))
        {
            yield return $"Logto:Endpoint is '{endpoint.OriginalString}', which is no web address. Set it to Logto's address, such as https://example.logto.app.";
            yield break;
        }

        if (endpoint.AbsolutePath.TrimEnd('/').EndsWith("/oidc", StringComparison.OrdinalIgnoreCase)
            || endpoint.AbsolutePath.TrimEnd('/').EndsWith("/api", StringComparison.OrdinalIgnoreCase)
            || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
        {
            yield return $"Logto:Endpoint is '{endpoint.OriginalString}'. Set it to Logto's own address, without /oidc, /api or a query.";
        }

        if (endpoint.Scheme == "http" && !endpoint.IsLoopback && !environment.IsDevelopment())
        {
            yield return $"Logto:Endpoint is '{endpoint.OriginalString}', but secrets and tokens must not travel over plain HTTP. Use https.";
        }
    }

    private static IEnumerable<string> Missing(string key, string? value, string what)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return $"Logto:{key} is not set. Set it to {what}.";
        }
    }

    private static IEnumerable<string> SameApplication(LogtoOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.Web.ClientId) && options.Web.ClientId == options.Management.ClientId)
        {
            yield return $"Logto:Web:ClientId and Logto:Management:ClientId are both '{options.Web.ClientId}', but people and the server need an application each. Correct one of them.";
        }
    }

    private static IEnumerable<string> Resource(LogtoOptions options)
    {
        var resource = options.Management.Resource;
        // Of ASCII, as URIs are: Uri breaks on some texts of other characters instead of refusing them.
        if (!resource.All(char.IsAscii) || !Uri.TryCreate(resource, UriKind.Absolute, out _))
        {
            yield return $"Logto:Management:Resource is '{resource}', which is no resource indicator. Leave it out for {DefaultResource}, or on Logto Cloud set https://{{tenant}}.logto.app/api.";
        }
        else if (resource == DefaultResource && options.Endpoint is { IsAbsoluteUri: true } endpoint
            && endpoint.Host.EndsWith(".logto.app", StringComparison.OrdinalIgnoreCase) && endpoint.Host != "default.logto.app")
        {
            yield return $"Logto:Management:Resource is '{resource}', but Logto:Endpoint is on Logto Cloud. Set the resource to https://{endpoint.Host}/api.";
        }
    }
}
