namespace OrgPortal.Web.Features.Doctor;

/// <summary>The report as lines, for a console and for what people paste into a message.</summary>
internal sealed class ReportText(DoctorWords words)
{
    private const string Plain = "\e[0m";

    /// <summary>Area by area, with what to do below each line that asks for it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="colored">Whether statuses have colours, as terminals understand them.</param>
    public string Write(DoctorReport report, bool colored = false)
    {
        var width = Enum.GetValues<CheckStatus>().Max(status => words.Of(status).Length);
        List<string> lines = [$"Portal  {report.Portal}", $"Logto   {report.Logto}"];
        foreach (var area in report.Checks.GroupBy(check => words.AreaOf(check.Id)))
        {
            lines.AddRange([string.Empty, area.Key, .. area.SelectMany(check => LinesOf(check, width, colored))]);
        }

        lines.AddRange([string.Empty, words.SummaryOf(report)]);
        if (report.Checks.Any(check => check.Status is (CheckStatus.Warning or CheckStatus.Failure) && CheckIds.IsProvided(check.Id)))
        {
            lines.Add(words.ProvisionHint);
        }

        return string.Join(Environment.NewLine, lines);
    }

    private IEnumerable<string> LinesOf(CheckResult check, int width, bool colored)
    {
        var status = words.Of(check.Status).PadRight(width);
        yield return $"  {(colored ? ColorOf(check.Status) + status + Plain : status)}  {words.TitleOf(check.Id)}: {words.FindingOf(check)}";
        if (words.RemedyOf(check) is { } remedy)
        {
            yield return $"{new string(' ', width + 4)}> {remedy}";
        }
    }

    private static string ColorOf(CheckStatus status) => status switch
    {
        CheckStatus.Pass => "\e[32m",
        CheckStatus.Warning => "\e[33m",
        CheckStatus.Failure => "\e[1;31m",
        _ => "\e[2m",
    };
}
