using System.CommandLine;
using System.CommandLine.Help;

namespace OrgPortal.Web.Commands;

/// <summary>What the program can do beside being the portal. Without a command it is the portal, and every command takes the portal's settings as <c>--Key value</c>.</summary>
internal static class CommandLine
{
    /// <summary>What was asked for could not be done at all: misunderstood, or settings are missing.</summary>
    public const int CouldNotRun = 2;

    private static readonly string[] AboutTheProgram = ["--help", "-h", "-?", "/h", "/?", "--version"];

    /// <summary>Runs the command that the first argument names, or the portal when it names none.</summary>
    /// <param name="args">As typed. The command comes first, so that a setting's value is never taken for one.</param>
    /// <param name="streams">Where a command writes; the console, unless a test listens.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, InvocationConfiguration? streams = null)
    {
        if (args is not [var first, ..] || !(ConfigurationSwitches.IsWord(first) || AboutTheProgram.Contains(first, StringComparer.Ordinal)))
        {
            return await Hosting.Launcher.RunAsync(args);
        }

        streams ??= new InvocationConfiguration();
        streams.EnableDefaultExceptionHandler = false;
        // Without response files: the value of a setting may begin with @.
        var asTyped = new ParserConfiguration { ResponseFileTokenReplacer = null };

        // Help that was told of further arguments would explain them as those of another program.
        var plain = Root(acceptsSettings: false).Parse(args, asTyped);
        if (plain.Action is HelpAction || AboutTheProgram.Contains(first, StringComparer.Ordinal))
        {
            return await plain.InvokeAsync(streams);
        }

        var parsed = Root(acceptsSettings: true).Parse(args, asTyped);
        string[] refused = [.. ConfigurationSwitches.Refuse(parsed.UnmatchedTokens)];
        if (refused.Length == 0)
        {
            refused = [.. parsed.Errors.Select(error => error.Message)];
        }

        if (refused.Length == 0)
        {
            return await parsed.InvokeAsync(streams);
        }

        foreach (var sentence in refused)
        {
            await streams.Error.WriteLineAsync(sentence);
        }

        await streams.Error.WriteLineAsync($"See {HelpOf(parsed.CommandResult.Command)}");
        return CouldNotRun;
    }

    private static RootCommand Root(bool acceptsSettings)
    {
        var root = new RootCommand(
            """
            OrgPortal, where administrators of Logto's organizations manage them.
            Without a command the portal starts. Every command takes the portal's settings as the portal does: from appsettings.json, from the environment, and as --Key value.
            """)
        {
            AuditCommand.Create(),
            DoctorCommand.Create(),
            ProvisionCommand.Create(),
        };
        Accept(root, acceptsSettings);
        return root;
    }

    /// <summary>What is no option of a command is a setting.</summary>
    private static void Accept(Command command, bool settings)
    {
        command.TreatUnmatchedTokensAsErrors = !settings;
        foreach (var child in command.Subcommands)
        {
            Accept(child, settings);
        }
    }

    private static string HelpOf(Command command) =>
        string.Join(' ', [.. command.Parents.OfType<Command>().Append(command).Where(one => one is not RootCommand).Select(one => one.Name), "--help"]);
}
