using System.Text.Encodings.Web;
using System.Text.Json;

namespace OrgPortal.Web.Features.Doctor;

/// <summary>The report for programs. Members are added, never renamed or removed; whoever must is to count <see cref="Schema"/> up.</summary>
internal sealed class ReportJson(DoctorWords words)
{
    /// <summary>The version of the format.</summary>
    public const int Schema = 1;

    // Into a console or a message, never into HTML: Chinese stays readable.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object; times in ISO 8601 UTC, durations in milliseconds.</summary>
    public string Write(DoctorReport report) => JsonSerializer.Serialize(
        new Document(
            Schema,
            report.Status,
            report.StartedAt.ToUniversalTime(),
            Milliseconds(report.Took),
            report.Portal,
            report.Logto,
            new Counts(report.Count(CheckStatus.Pass), report.Count(CheckStatus.Warning), report.Count(CheckStatus.Failure), report.Count(CheckStatus.Skipped)),
            [.. report.Checks.Select(check => new Line(check.Id, words.TitleOf(check.Id), check.Status, check.Sentence, words.FindingOf(check), words.RemedyOf(check), Milliseconds(check.Took)))]),
        Options);

    private static long Milliseconds(TimeSpan took) => (long)Math.Round(took.TotalMilliseconds);

    /// <param name="Schema">The version of the format.</param>
    /// <param name="Status">The worst of the checks: pass, warning or failure.</param>
    /// <param name="StartedAt">When it began.</param>
    /// <param name="DurationMilliseconds">How long it took.</param>
    /// <param name="Portal">The portal's public address.</param>
    /// <param name="Logto">Logto's address.</param>
    /// <param name="Counts">How many came to what.</param>
    /// <param name="Checks">Every check.</param>
    private sealed record Document(int Schema, CheckStatus Status, DateTimeOffset StartedAt, long DurationMilliseconds, string Portal, string Logto, Counts Counts, IReadOnlyList<Line> Checks);

    private sealed record Counts(int Pass, int Warning, int Failure, int Skipped);

    /// <param name="Id">Which check.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Status">What it came to.</param>
    /// <param name="Code">What was found, for programs.</param>
    /// <param name="Finding">What was found, for people.</param>
    /// <param name="Remedy">What to do; null where there is nothing to do.</param>
    /// <param name="DurationMilliseconds">How long it took.</param>
    private sealed record Line(string Id, string Title, CheckStatus Status, string Code, string Finding, string? Remedy, long DurationMilliseconds);
}
