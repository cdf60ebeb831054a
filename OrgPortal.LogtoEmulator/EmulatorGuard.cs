using OrgPortal.LogtoEmulator.Control;

namespace OrgPortal.LogtoEmulator;

/// <summary>What must be true before an emulator may start.</summary>
internal static class EmulatorGuard
{
    /// <exception cref="EmulatorStartException">Something is not.</exception>
    public static void Check(EmulatorOptions options)
    {
        string?[] environments = options.EnvironmentName is { } named
            ? [named]
            : [Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"), Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")];
        if (environments.Any(name => string.Equals(name, "Production", StringComparison.OrdinalIgnoreCase)))
        {
            throw new EmulatorStartException("The Logto emulator does not start in Production: everybody who reaches it can do everything.");
        }

        if (!options.Url.IsAbsoluteUri || options.Url.Scheme != "http" || !options.Url.IsLoopback)
        {
            throw new EmulatorStartException($"The Logto emulator listens on this machine only, over http: {options.Url} is not such an address.");
        }

        try
        {
            foreach (var fault in options.Faults)
            {
                FaultNotation.Parse(fault);
            }
        }
        catch (FormatException unreadable)
        {
            throw new EmulatorStartException(unreadable.Message, unreadable);
        }
    }
}
