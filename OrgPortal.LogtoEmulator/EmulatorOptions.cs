namespace OrgPortal.LogtoEmulator;

/// <summary>How an emulator is hosted and what it starts with. Read once, by <see cref="EmulatorApplication.Create"/>.</summary>
public sealed class EmulatorOptions
{
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

    /// <summary>Redirect addresses of the seeded web application beside the ones that the seed has.</summary>
    public IList<Uri> RedirectUris { get; } = [];

    /// <summary>Addresses that the seeded web application may return to after signing out, beside the ones that the seed has.</summary>
    public IList<Uri> PostLogoutRedirectUris { get; } = [];

    /// <summary>Where the seeded web application wants to hear that a session ended; null sends nothing.</summary>
    public Uri? BackchannelLogoutUri { get; set; }

    /// <summary>A JSON file that replaces the built-in seed; null starts with the built-in one.</summary>
    public string? SeedFile { get; set; }

    /// <summary>The clock that the emulator's own, movable clock is based on.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Faults that are switched on from the start, in the notation of <see cref="Control.FaultNotation"/>.</summary>
    public IList<string> Faults { get; } = [];

    /// <summary>How many requests the journal remembers; older ones are forgotten.</summary>
    public int JournalCapacity { get; set; } = 10_000;

    /// <summary>Whether warnings and errors are written to the console. Off when the emulator lives in another process.</summary>
    public bool LogToConsole { get; set; }

    /// <summary>Registers the addresses that an ASP.NET Core application at <paramref name="publicUrl"/> uses by default.</summary>
    /// <param name="publicUrl">The address people open, without a path of its own or with one.</param>
    public EmulatorOptions ForApplicationAt(Uri publicUrl)
    {
        ArgumentNullException.ThrowIfNull(publicUrl);
        var home = new Uri(publicUrl.AbsoluteUri.TrimEnd('/') + "/");
        RedirectUris.Add(new Uri(home, "signin-oidc"));
        PostLogoutRedirectUris.Add(new Uri(home, "signout-callback-oidc"));
        return this;
    }
}
