using System.CommandLine;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Provisioning;
using OrgPortal.Web.Provisioning.Files;

namespace OrgPortal.Web.Commands;

/// <summary>
/// <c>provision --plan | --apply [--prune] [--file tenant.yaml] [--credentials path] [--json]</c>: makes a Logto tenant what a file says. Exit
/// code 0: it is so. 1: it is not (yet). 2: could not be done.
/// </summary>
internal static class ProvisionCommand
{
    /// <summary>The file in the current folder, else the one beside the program.</summary>
    private const string DefaultFile = "tenant.yaml";

    /// <summary>The command, with what it takes.</summary>
    public static Command Create()
    {
        var plan = new Option<bool>("--plan") { Description = "Show what would be done, and do nothing. Exit code 0: nothing, 1: something, 2: could not be found out." };
        var apply = new Option<bool>("--apply") { Description = "Do it. Exit code 0: the tenant is as the file says, 1: not yet, 2: failed; run it again to go on." };
        var prune = new Option<bool>("--prune") { Description = "Also delete what was made from the file and is no longer in it, and take out of lists in the file's objects what it does not have there." };
        var file = new Option<string?>("--file") { Description = $"What the tenant shall have, as YAML or JSON. Without it {DefaultFile} in the current folder, or the one that comes with the program.", HelpName = "path" };
        var credentials = new Option<string?>("--credentials") { Description = "Where to write the ids and secrets that the portal needs: .json for the setting SettingsFile, else environment variables. Without it they are written nowhere.", HelpName = "path" };
        var json = new Option<bool>("--json") { Description = "Write the plan as JSON." };
        var command = new Command("provision", "Make a Logto tenant what a file says: permissions, roles, applications, webhook, mails, sign-in. Needs Logto:Endpoint and Logto:Management.") { plan, apply, prune, file, credentials, json };
        command.SetAction((parsed, _) =>
        {
            var wanted = new Wanted(parsed.GetValue(plan), parsed.GetValue(apply), parsed.GetValue(prune), parsed.GetValue(file), parsed.GetValue(credentials), parsed.GetValue(json));
            return RunAsync(wanted, [.. parsed.UnmatchedTokens], parsed.InvocationConfiguration);
        });
        return command;
    }

    private static async Task<int> RunAsync(Wanted wanted, string[] settings, InvocationConfiguration streams)
    {
        if (wanted.Plan == wanted.Apply || (wanted.Plan && wanted.Credentials is not null))
        {
            await streams.Error.WriteLineAsync(wanted.Plan && !wanted.Apply ? "--credentials goes with --apply." : "Say either --plan or --apply.");
            return CommandLine.CouldNotRun;
        }

        using var warnings = new ToldWarnings();
        try
        {
            await using var portal = PortalApplication.CreateProvisioner(settings, warnings);
            return await RunAsync(wanted, portal, streams.Output);
        }
        catch (Exception exception) when (Sentences(exception) is { Count: > 0 } sentences)
        {
            await streams.Error.WriteLineAsync("The tenant cannot be set up:");
            foreach (var sentence in sentences.Concat(warnings.Words))
            {
                await streams.Error.WriteLineAsync("  - " + sentence);
            }

            return CommandLine.CouldNotRun;
        }
    }

    private static async Task<int> RunAsync(Wanted wanted, WebApplication portal, TextWriter output)
    {
        var logto = portal.Services.GetRequiredService<IOptions<LogtoOptions>>().Value;
        if (portal.Services.GetRequiredService<LogtoOptionsValidator>().FailuresOfManagement(logto) is { Count: > 0 } failures)
        {
            throw new OptionsValidationException(LogtoOptions.Section, typeof(LogtoOptions), failures);
        }

        var path = PathOf(wanted.File);
        var file = TenantFileReader.Read(path, name => portal.Configuration[name], logto.Management.Resource);
        var options = new ProvisioningOptions(wanted.Prune, logto.Management.ClientId!, logto.Management.Resource, name => portal.Configuration[name]);
        var provisioning = portal.Services.GetRequiredService<TenantProvisioning>();
        var place = logto.Endpoint!.GetLeftPart(UriPartial.Authority);
        if (!wanted.Json)
        {
            await output.WriteLineAsync($"{place} as {path} says:");
        }

        return wanted.Apply
            ? await ApplyAsync(wanted, provisioning, file, options, (place, path), output)
            : await PlanAsync(wanted, provisioning, file, options, (place, path), output);
    }

    private static async Task<int> PlanAsync(Wanted wanted, TenantProvisioning provisioning, TenantFile file, ProvisioningOptions options, (string Place, string Path) where, TextWriter output)
    {
        var (plan, _) = await provisioning.PlanAsync(file, options);
        if (wanted.Json)
        {
            await output.WriteLineAsync(PlanWords.AsJson(where.Place, where.Path, plan, isApplied: false, null, null));
        }
        else
        {
            await WriteAsync(output, PlanWords.Of(plan, wanted.Prune));
        }

        return plan.IsDone ? 0 : 1;
    }

    private static async Task<int> ApplyAsync(Wanted wanted, TenantProvisioning provisioning, TenantFile file, ProvisioningOptions options, (string Place, string Path) where, TextWriter output)
    {
        using var credentials = wanted.Credentials is { } target ? CredentialsFile.Open(target) : null;
        var (plan, left, found) = await provisioning.ApplyAsync(file, options, change => wanted.Json ? Task.CompletedTask : output.WriteLineAsync("done" + PlanWords.Of(change)));
        if (credentials is not null)
        {
            await credentials.WriteAsync(found);
        }

        if (wanted.Json)
        {
            await output.WriteLineAsync(PlanWords.AsJson(where.Place, where.Path, plan, isApplied: true, left, wanted.Credentials));
            return left.IsDone ? 0 : 1;
        }

        await output.WriteLineAsync(plan.Changes.Any(change => change.Happens) ? "Read again afterwards:" : "Nothing was to be done:");
        await WriteAsync(output, PlanWords.Of(left, wanted.Prune));
        await output.WriteLineAsync(wanted.Credentials is { } written
            ? $"The portal's credentials are in {written}."
            : "The portal's credentials were not written; --credentials says where to.");
        return left.IsDone ? 0 : 1;
    }

    private static string PathOf(string? named) => named
        ?? (File.Exists(DefaultFile) ? Path.GetFullPath(DefaultFile) : Path.Combine(AppContext.BaseDirectory, DefaultFile));

    private static async Task WriteAsync(TextWriter output, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await output.WriteLineAsync(line);
        }
    }

    private static IReadOnlyList<string> Sentences(Exception exception) => exception switch
    {
        TenantFileException wrong => wrong.Mistakes,
        TenantProblemException => [exception.Message],
        ProvisioningException => [exception.Message, "What was done before it stays done. Remedy the cause and run the same command again."],
        LogtoException => [exception.Message],
        IOException or UnauthorizedAccessException => [exception.Message],
        _ => Launcher.Sentences(exception),
    };

    /// <summary>What was typed.</summary>
    private sealed record Wanted(bool Plan, bool Apply, bool Prune, string? File, string? Credentials, bool Json);
}
