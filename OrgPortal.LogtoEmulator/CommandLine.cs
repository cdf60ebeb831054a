using System.Globalization;

namespace OrgPortal.LogtoEmulator;

/// <summary>Reads the options of an emulator that runs alone.</summary>
internal static class CommandLine
{
    public const string Help = """
        Usage: dotnet run --project OrgPortal.LogtoEmulator -- [options]

          --urls URL                      where to listen (http://localhost:3001)
          --portal URL                    a portal that signs people in here; may be repeated
          --redirect-uri URL              a further redirect address of the web application; may be repeated
          --post-logout-redirect-uri URL  a further address to return to after signing out; may be repeated
          --backchannel-logout-uri URL    where the web application hears that a session ended
          --seed FILE                     a JSON file with what to start with
          --fault "METHOD ROUTE WHAT"     lets calls fail, such as "GET /api/organizations/{id}/users 429 x3"; may be repeated.
                                          WHAT: STATUS[:RETRY-AFTER], delay:MILLISECONDS, text, drop, garbage, truncate; then
                                          "after" to let the call take effect, and xTIMES
          --latency MS[:SPREAD]           how long each call of the Management API takes, and by how much that goes up and down
          --calls-per-second N            how many of them get through
          --writes N/SECONDS[:after]      how many changes get through in each such time, the others are answered 429; "after" with Retry-After
        """;

    /// <exception cref="EmulatorStartException">An option is unknown or has no usable value.</exception>
    public static EmulatorOptions Read(IReadOnlyList<string> arguments)
    {
        var options = new EmulatorOptions { LogToConsole = true, OwnsProcess = true };
        for (var i = 0; i < arguments.Count; i++)
        {
            var parts = arguments[i].Split('=', 2);
            var value = parts.Length == 2 ? parts[1] : i + 1 < arguments.Count ? arguments[++i] : null;
            Set(options, parts[0], value ?? throw new EmulatorStartException($"The option {parts[0]} needs a value."));
        }

        return options;
    }

    private static void Set(EmulatorOptions options, string name, string value)
    {
        switch (name)
        {
            case "--urls":
                options.Url = Url(name, value.Split(';')[0]);
                break;
            case "--portal":
                options.PortalUrls.Add(Url(name, value));
                break;
            case "--redirect-uri":
                options.RedirectUris.Add(Url(name, value));
                break;
            case "--post-logout-redirect-uri":
                options.PostLogoutRedirectUris.Add(Url(name, value));
                break;
            case "--backchannel-logout-uri":
                options.BackchannelLogoutUri = Url(name, value);
                break;
            case "--seed":
                options.SeedFile = value;
                break;
            case "--fault":
                options.Faults.Add(value);
                break;
            case "--latency":
                (options.Latency, options.LatencySpread) = value.Split(':', 2) is [var latency, var spread]
                    ? (Milliseconds(name, latency), Milliseconds(name, spread))
                    : (Milliseconds(name, value), TimeSpan.Zero);
                break;
            case "--calls-per-second":
                options.CallsPerSecond = Number(name, value);
                break;
            case "--writes":
                Limit(options, name, value);
                break;
            default:
                throw new EmulatorStartException($"The option {name} is not known. --help lists what there is.");
        }
    }

    private static void Limit(EmulatorOptions options, string name, string value)
    {
        options.WriteLimitSaysWhen = value.EndsWith(":after", StringComparison.Ordinal);
        if (value.Split(':')[0].Split('/') is not [var limit, var seconds])
        {
            throw new EmulatorStartException($"The option {name} needs N/SECONDS, not {value}.");
        }

        (options.WriteLimit, options.WriteWindow) = (Number(name, limit), TimeSpan.FromSeconds(Math.Max(1, Number(name, seconds))));
    }

    private static TimeSpan Milliseconds(string name, string value) => TimeSpan.FromMilliseconds(Number(name, value));

    private static int Number(string name, string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new EmulatorStartException($"The option {name} needs whole numbers, not {value}.");

    private static Uri Url(string name, string value) => Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        ? new Uri(value)
        : throw new EmulatorStartException($"The option {name} needs an address such as http://localhost:3001, not {value}.");
}
