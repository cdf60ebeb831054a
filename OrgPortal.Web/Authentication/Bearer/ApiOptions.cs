namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>Who may call the REST API: section <c>Api</c>.</summary>
public sealed class ApiOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Api";

    /// <summary>
    /// The ids of the applications at Logto whose people's tokens are taken: compared with a token's <c>client_id</c>. Whoever holds such a token
    /// can do what its person can, so these are applications that are trusted. None: there is no API.
    /// </summary>
    public IList<string> Clients { get; } = [];

    /// <summary>The indicator of the portal's API resource at Logto, such as <c>https://portal.example.com/api</c>: the audience of tokens that belong to no organization.</summary>
    public string? Resource { get; set; }

    /// <summary>Which pages of other origins may call.</summary>
    public CorsSettings Cors { get; set; } = new();

    /// <summary>How many requests one person may make in a minute, on each node.</summary>
    public int RequestsPerMinute { get; set; } = 300;

    /// <summary>Whether there is an API at all.</summary>
    public bool IsOn => Clients.Any(client => !string.IsNullOrWhiteSpace(client));

    /// <summary>Cross-origin requests of browsers.</summary>
    public sealed class CorsSettings
    {
        /// <summary>Origins such as <c>https://app.example.com</c>. None: no browser of another origin gets an answer to read.</summary>
        public IList<string> Origins { get; } = [];
    }
}
