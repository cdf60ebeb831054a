using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Hosting;

/// <summary>Runs the portal as a program: what keeps it from starting is said in sentences, without a stack trace.</summary>
internal static class Launcher
{
    private const string HealthFlag = "--health";

    /// <summary>Runs until the portal is told to stop; with <c>--health</c> only asks a running one how it is.</summary>
    /// <returns>The exit code: 0, or 1 when it could not start or is not well.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Contains(HealthFlag, StringComparer.Ordinal))
        {
            return await HealthProbe.RunAsync([.. args.Where(arg => arg != HealthFlag)]);
        }

        try
        {
            await using var app = PortalApplication.Create(args);
            RefuseTakenPorts(app);
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (Sentences(exception) is { Count: > 0 } sentences)
        {
            await Console.Error.WriteLineAsync("OrgPortal cannot start:");
            foreach (var sentence in sentences)
            {
                await Console.Error.WriteLineAsync("  - " + sentence);
            }

            return 1;
        }
    }

    /// <summary>What to tell whoever starts the portal; nothing for what only a stack trace explains.</summary>
    internal static IReadOnlyList<string> Sentences(Exception exception) => exception switch
    {
        OptionsValidationException invalid => [.. invalid.Failures],
        AggregateException { InnerExceptions: var all } when all.All(one => Sentences(one).Count > 0) => [.. all.SelectMany(Sentences)],
        StartException => [exception.Message],
        // A setting of the wrong type: the binder's words name key and value.
        InvalidOperationException { InnerException: FormatException or ArgumentException or OverflowException or UriFormatException } when exception.Message.Contains("configuration value", StringComparison.Ordinal) =>
            [exception.Message + " Correct it or leave the key out."],
        IOException { InnerException: Exception inner } when inner is SocketException || inner.InnerException is SocketException => [exception.Message + " Set Urls to another address."],
        _ => [],
    };

    private static void RefuseTakenPorts(WebApplication app)
    {
        var addresses = app.Services.GetServices<RequiredPort>()
            .Concat(ListenAddresses.Read(app.Configuration).Select(url => new RequiredPort(url, "The portal", "Urls", "--urls http://localhost:5180")));
        var taken = addresses.Where(port => ListenAddresses.IsTaken(port.Url)).Select(port => new StartException(
            $"{port.Whose} cannot listen on {port.Url.GetLeftPart(UriPartial.Authority)}: the port is in use. End what listens there, or set {port.Key} to another address (such as {port.Example})."))
            .ToArray();
        if (taken.Length > 0)
        {
            throw new AggregateException(taken);
        }
    }
}
