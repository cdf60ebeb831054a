using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Store;

namespace OrgPortal.Web;

/// <summary>
/// <c>audit verify [--json] [--expect sequence:hash]</c>: proves the audit trail without starting the portal and without changing anything.
/// Exit code 0: intact. 1: changed by somebody else than the portal. 2: could not be read.
/// </summary>
internal static class AuditCommand
{
    /// <summary>The word on the command line.</summary>
    public const string Name = "audit";

    private const string Usage = "Usage: audit verify [--json] [--expect <sequence>:<hash>] [--Key value ...]";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not ["verify", .. var rest])
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var asJson = rest.Contains("--json", StringComparer.Ordinal);
        var settings = rest.Where(arg => arg != "--json").ToList();
        (long, string)? expected = null;
        if (settings.IndexOf("--expect") is >= 0 and var at)
        {
            if (at + 1 >= settings.Count || settings[at + 1].Split(':') is not [var number, var hash] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            {
                await Console.Error.WriteLineAsync(Usage);
                return 2;
            }

            expected = (sequence, hash);
            settings.RemoveRange(at, 2);
        }

        try
        {
            await using var portal = PortalApplication.CreateReader([.. settings]);
            await using var store = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
            if (store is SqlitePortalDbContext)
            {
                // Not even an empty file is made where there is none.
                store.Database.SetConnectionString(new SqliteConnectionStringBuilder(store.Database.GetConnectionString()) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            }

            var report = await portal.Services.GetRequiredService<AuditVerification>().RunAsync(store, expected, CancellationToken.None);
            await Console.Out.WriteLineAsync(asJson ? JsonSerializer.Serialize(report, Json) : Words(report));
            return report.IsIntact ? 0 : 1;
        }
        catch (Exception exception) when (exception is DbException || Launcher.Sentences(exception).Count > 0)
        {
            await Console.Error.WriteLineAsync("The audit trail cannot be read:");
            foreach (var sentence in Launcher.Sentences(exception) is { Count: > 0 } sentences ? sentences : [exception.Message])
            {
                await Console.Error.WriteLineAsync("  - " + sentence);
            }

            return 2;
        }
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
