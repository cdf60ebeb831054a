using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

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

        var hasStarted = false;
        try
        {
            // The host would report a failed start with a stack trace, and this class reports it in sentences.
            await using var app = PortalApplication.Create(args, builder => builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Information && Volatile.Read(ref hasStarted)));
            app.Lifetime.ApplicationStarted.Register(() => Volatile.Write(ref hasStarted, true));
            StartChecks.Run(app);
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
        IOException { InnerException: Exception inner } when inner is SocketException || inner.InnerException is SocketException => [CannotListen(exception)],
        SocketException => [CannotListen(exception)],
        NpgsqlException => [$"The store cannot be opened: {exception.Message.TrimEnd('.')}. Check ConnectionStrings:Store, and whether the server it names is running and lets the portal in."],
        SqliteException => [$"The store cannot be opened: {exception.Message} Check ConnectionStrings:Store, and the file it names."],
        _ => [],
    };

    private static string CannotListen(Exception exception) =>
        $"The portal cannot listen where Urls tells it to: {exception.Message.TrimEnd('.')}. Set Urls to an address of this machine, such as http://localhost:5180.";
}
