using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Hosting;

/// <summary>Runs the portal as a program: what is wrong with the settings is said in sentences.</summary>
internal static class Launcher
{
    /// <summary>Runs until the portal is told to stop.</summary>
    /// <returns>The exit code: 0, or 1 when it could not start.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = PortalApplication.Create(args);
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException exception)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, exception.Failures));
            return 1;
        }
    }
}
