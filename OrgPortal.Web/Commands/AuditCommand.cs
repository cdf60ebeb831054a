using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Commands;

/// <summary>
/// <c>audit verify [--json] [--expect sequence:hash]</c>: proves the audit trail without starting the portal and without changing anything.
/// Exit code 0: intact. 1: changed by somebody else than the portal. 2: could not be read.
/// </summary>
internal static class AuditCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>The command, with what it takes.</summary>
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Write the report as JSON." };
        var expect = new Option<(long Sequence, string Hash)?>("--expect")
        {
            Description = "The newest record as it was noted before.",
            HelpName = "sequence:hash",
            CustomParser = Expected,
        };
        var verify = new Command("verify", "Prove that nobody else than the portal changed the trail. Exit code 0: intact, 1: changed, 2: could not be read.") { json, expect };
        verify.SetAction((parsed, _) => VerifyAsync([.. parsed.UnmatchedTokens], parsed.GetValue(expect), parsed.GetValue(json), parsed.InvocationConfiguration));
        return new Command("audit", "The audit trail.") { verify };
    }

    private static async Task<int> VerifyAsync(string[] settings, (long, string)? expected, bool asJson, InvocationConfiguration streams)
    {
        try
        {
            await using var portal = PortalApplication.CreateReader(settings);
            await using var store = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().OpenForReadingAsync();
            var report = await portal.Services.GetRequiredService<AuditVerification>().RunAsync(store, expected, CancellationToken.None);
            await streams.Output.WriteLineAsync(asJson ? JsonSerializer.Serialize(report, Json) : Words(report));
            return report.IsIntact ? 0 : 1;
        }
        catch (Exception exception) when (exception is DbException || Launcher.Sentences(exception).Count > 0)
        {
            await streams.Error.WriteLineAsync("The audit trail cannot be read:");
            foreach (var sentence in Launcher.Sentences(exception) is { Count: > 0 } sentences ? sentences : [exception.Message])
            {
                await streams.Error.WriteLineAsync("  - " + sentence);
            }

            return CommandLine.CouldNotRun;
        }
    }

    private static (long, string)? Expected(ArgumentResult argument)
    {
        if (argument.Tokens is [{ Value: var text }] && text.Split(':') is [var number, var hash] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            return (sequence, hash);
        }

        argument.AddError("--expect takes the place and the hash of a record, such as 1234:9f86d0.");
        return null;
    }

    private static string Words(AuditReport report)
    {
        List<string> lines =
        [
            report.IsIntact ? "The audit trail is intact." : string.Create(CultureInfo.InvariantCulture, $"The audit trail is NOT intact: {report.FindingCount} findings."),
            .. report.Findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"  - record {finding.Sequence}: {finding.Words} ({finding.Kind})")),
            string.Create(CultureInfo.InvariantCulture, $"Records: {report.Records}, from {report.First} to {report.Last}."),
        ];
        if (report.AnchorSequence > 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Removed by retention: up to {report.AnchorSequence}."));
        }

        lines.Add(report.KeyedFrom is { } keyed ? string.Create(CultureInfo.InvariantCulture, $"Made with a key: from record {keyed} on.") : "Made without a key: whoever can change the store can make a chain anew (see Portal:Audit:Key).");
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"Newest: {report.HeadSequence}:{report.HeadHash}"));
        return string.Join(Environment.NewLine, lines);
    }
}
