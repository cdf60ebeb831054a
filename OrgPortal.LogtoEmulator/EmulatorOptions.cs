namespace OrgPortal.LogtoEmulator;

/// <summary>How an emulator is hosted and what it starts with. Read once, by <see cref="EmulatorApplication.Create"/>.</summary>
public sealed class EmulatorOptions
{
    /// <summary>The web application of the built-in seed, for the sign-in of people.</summary>
    public const string WebClientId = State.DefaultSeed.WebClientId;

    /// <summary>The secret of <see cref="WebClientId"/>.</summary>
    public const string WebClientSecret = State.DefaultSeed.WebClientSecret;

    /// <summary>The machine-to-machine application of the built-in seed, with access to the Management API.</summary>
    public const string ManagementClientId = State.DefaultSeed.ManagementClientId;

    /// <summary>The secret of <see cref="ManagementClientId"/>.</summary>
    public const string ManagementClientSecret = State.DefaultSeed.ManagementClientSecret;

    /// <summary>The role of the tenant that alice has in the built-in seed: whoever runs the portal.</summary>
    public const string OperatorRole = State.DefaultSeed.OperatorRole;

    /// <summary>A signing key for <see cref="WebhookSigningKey"/>, as well known as the secrets above.</summary>
    public const string DevelopmentSigningKey = State.DefaultSeed.WebhookSigningKey;

    /// <summary>The indicator of the Management API: an identifier, not an address.</summary>
    public const string ManagementResource = State.Resource.ManagementApiIndicator;

    /// <summary>The single-page application of the built-in seed, for pages at <c>http://localhost:5173</c> and <c>http://localhost:8000</c>; it has no secret.</summary>
    public const string BrowserClientId = State.DefaultSeed.BrowserClientId;

    /// <summary>The indicator of the portal's API in the built-in seed.</summary>
    public const string ApiResource = State.DefaultSeed.ApiResource;

    /// <summary>
    /// Where the emulator listens and what its issuer is (<c>{Url}/oidc</c>). Only loopback addresses are accepted.
    /// Port 0 takes any free port, on 127.0.0.1; the issuer follows it.
    /// </summary>
    public Uri Url { get; set; } = new("http://localhost:3001");

    /// <summary>
    /// The environment the emulator is started for; null reads <c>DOTNET_ENVIRONMENT</c> and <c>ASPNETCORE_ENVIRONMENT</c>.
    /// <c>Production</c> is refused.
    /// </summary>
    public string? EnvironmentName { get; set; }

    /// <summary>
    /// Public addresses of portals that the seeded web application (<see cref="WebClientId"/>) serves, beside the ones that the seed
    /// has: <c>/signin-oidc</c>, <c>/signout-callback-oidc</c> and <c>/backchannel-logout</c> under them are registered.
    /// </summary>
    public IList<Uri> PortalUrls { get; } = [];

    /// <summary>Further redirect addresses of the seeded web application.</summary>
    public IList<Uri> RedirectUris { get; } = [];

    /// <summary>Further addresses that the seeded web application may return to after signing out.</summary>
    public IList<Uri> PostLogoutRedirectUris { get; } = [];

    /// <summary>
    /// Where the seeded web application wants to hear that a session ended; null takes <c>/backchannel-logout</c> under the first of
    /// <see cref="PortalUrls"/>, or what the seed has.
    /// </summary>
    public Uri? BackchannelLogoutUri { get; set; }

    /// <summary>
    /// With a key, a webhook with this signing key is registered at <c>/webhooks/logto</c> under each of <see cref="PortalUrls"/>, for
    /// everything that happens to organizations, their template and users; null registers none.
    /// </summary>
    public string? WebhookSigningKey { get; set; }

    /// <summary>A JSON file that replaces the built-in seed; null starts with the built-in one.</summary>
    public string? SeedFile { get; set; }

    /// <summary>The clock that the emulator's own, movable clock is based on.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Faults that are switched on from the start, in the notation of <see cref="Control.FaultNotation"/>.</summary>
    public IList<string> Faults { get; } = [];

    /// <summary>How many requests the journal remembers; older ones are forgotten.</summary>
    public int JournalCapacity { get; set; } = 10_000;

    /// <summary>How long each call of the Management API takes at least; zero answers as fast as it can.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>By how much <see cref="Latency"/> goes up and down.</summary>
    public TimeSpan LatencySpread { get; set; }

    /// <summary>How many calls of the Management API get through in a second; 0 for as many as it can.</summary>
    public int CallsPerSecond { get; set; }

    /// <summary>How many changes of the Management API get through in each <see cref="WriteWindow"/>; the others are answered 429. 0 for no limit.</summary>
    public int WriteLimit { get; set; }

    /// <summary>See <see cref="WriteLimit"/>.</summary>
    public TimeSpan WriteWindow { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether what is refused for <see cref="WriteLimit"/> says in <c>Retry-After</c> when the next window begins.</summary>
    public bool WriteLimitSaysWhen { get; set; }

    /// <summary>Whether warnings and errors are written to the console.</summary>
    public bool LogToConsole { get; set; }

    /// <summary>Whether the process is the emulator's own, so that Ctrl+C stops it. A guest leaves signals to its host.</summary>
    public bool OwnsProcess { get; set; }
}
