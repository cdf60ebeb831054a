namespace OrgPortal.Web.Logto;

/// <summary>Which Logto, and with which two applications: section <c>Logto</c>.</summary>
public sealed class LogtoOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Logto";

    /// <summary>Logto's address, such as <c>https://example.logto.app</c>; the issuer is <c>{Endpoint}/oidc</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The traditional web application that people sign in through.</summary>
    public ApplicationCredentials Web { get; set; } = new();

    /// <summary>The machine-to-machine application with access to the Management API.</summary>
    public ManagementCredentials Management { get; set; } = new();

    /// <summary>What Logto tells by itself.</summary>
    public WebhookSettings Webhooks { get; set; } = new();

    /// <summary>Where the management token is asked for.</summary>
    internal Uri ManagementTokenAddress => Management.TokenEndpoint is { OriginalString.Length: > 0 } elsewhere ? elsewhere : new Uri(Endpoint!, "oidc/token");

    /// <summary>An application of the tenant.</summary>
    public class ApplicationCredentials
    {
        /// <summary>The application's id.</summary>
        public string? ClientId { get; set; }

        /// <summary>The application's secret.</summary>
        public string? ClientSecret { get; set; }
    }

    /// <summary>The webhook that Logto calls at <c>/webhooks/logto</c>.</summary>
    public sealed class WebhookSettings
    {
        /// <summary>The webhook's signing key, as Logto shows it. Empty: there is no webhook.</summary>
        public string? SigningKey { get; set; }
    }

    /// <summary>The application that calls the Management API.</summary>
    public sealed class ManagementCredentials : ApplicationCredentials
    {
        /// <summary>The Management API's resource indicator. An identifier, not an address; on Logto Cloud <c>https://{tenant}.logto.app/api</c>.</summary>
        public string Resource { get; set; } = "https://default.logto.app/api";

        /// <summary>
        /// Where its tokens are got, when not at <see cref="Endpoint"/>: the application that a self-hosted Logto is born with belongs to its
        /// admin tenant, as at <c>http://localhost:3002/oidc/token</c>. Empty: at the endpoint.
        /// </summary>
        public Uri? TokenEndpoint { get; set; }
    }
}
