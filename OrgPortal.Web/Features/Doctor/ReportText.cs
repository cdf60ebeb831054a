using System.Text;

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
        var text = new StringBuilder();
        text.AppendLine($"Portal  {report.Portal}").AppendLine($"Logto   {report.Logto}");
        var width = Enum.GetValues<CheckStatus>().Max(status => words.Of(status).Length);
        foreach (var area in report.Checks.GroupBy(check => words.AreaOf(check.Id)))
        {
            text.AppendLine().AppendLine(area.Key);
            foreach (var check in area)
            {
                var status = words.Of(check.Status).PadRight(width);
                text.AppendLine($"  {(colored ? ColorOf(check.Status) + status + Plain : status)}  {words.TitleOf(check.Id)}: {words.FindingOf(check)}");
                if (words.RemedyOf(check) is { } remedy)
                {
                    text.Append(' ', width + 4).AppendLine($"> {remedy}");
                }
            }
        }

        text.AppendLine().Append(words.SummaryOf(report));
        if (report.Checks.Any(check => check.Status is CheckStatus.Warning or CheckStatus.Failure && CheckIds.IsProvided(check.Id)))
        {
            text.AppendLine().Append(words.ProvisionHint);
        }

        return text.ToString();
    }

    private static string ColorOf(CheckStatus status) => status switch
    {
        CheckStatus.Pass => "\e[32m",
        CheckStatus.Warning => "\e[33m",
        CheckStatus.Failure => "\e[1;31m",
        _ => "\e[2m",
    };
}
