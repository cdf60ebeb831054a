namespace OrgPortal.Tests.Conformance;

/// <summary>Which Logto a contract is held against: the emulator always, a real one where the environment names it.</summary>
internal static class LogtoUnderTest
{
    public const string Emulator = "emulator";
    public const string Real = "real Logto";

    /// <summary>The real Logto's address (<c>ORGPORTAL_LOGTO_ENDPOINT</c>); null if none is configured.</summary>
    public static Uri? Endpoint => Configured("ENDPOINT") is { } url ? new Uri(url) : null;

    /// <summary>Id and secret of a machine-to-machine application there that has access to the Management API.</summary>
    public static (string Id, string Secret) Application => (Configured("APP_ID") ?? "", Configured("APP_SECRET") ?? "");

    public static bool IsConfigured => Endpoint is not null && Application is { Id.Length: > 0, Secret.Length: > 0 };

    private static string? Configured(string name) =>
        Environment.GetEnvironmentVariable($"ORGPORTAL_LOGTO_{name}") is { Length: > 0 } value ? value : null;
}
