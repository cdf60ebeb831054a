namespace OrgPortal.Tests.EndToEnd;

/// <summary>The installed browser: <c>ORGPORTAL_CHROMIUM</c>, then the usual places.</summary>
internal static class Chromium
{
    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>Its program, or nothing.</summary>
    public static string? Path { get; } =
        Environment.GetEnvironmentVariable("ORGPORTAL_CHROMIUM") is { Length: > 0 } chosen ? chosen : UsualPlaces.FirstOrDefault(File.Exists);

    /// <summary>Whether a missing browser is a failure instead of a reason to skip.</summary>
    public static bool IsRequired { get; } = Environment.GetEnvironmentVariable("CI") is "true" or "1";
}
