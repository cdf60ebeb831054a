using Microsoft.Extensions.Localization;

namespace OrgPortal.Web.Features.Doctor;

/// <summary>The report in sentences, in the current language.</summary>
internal sealed class DoctorWords(IStringLocalizer<DoctorText> texts)
{
    /// <summary>What a check is called.</summary>
    public string TitleOf(string id) => texts["title." + id];

    /// <summary>What an area is called.</summary>
    public string AreaOf(string id) => texts["area." + CheckIds.AreaOf(id)];

    /// <summary>What a status is called.</summary>
    public string Of(CheckStatus status) => texts["status." + status];

    /// <summary>What was found.</summary>
    public string FindingOf(CheckResult result) => texts[result.Sentence, Arguments(result)];

    /// <summary>What to do about it; nothing where there is nothing to do.</summary>
    public string? RemedyOf(CheckResult result)
    {
        if (result.Status is not (CheckStatus.Warning or CheckStatus.Failure))
        {
            return null;
        }

        var remedy = texts[result.Sentence + ".remedy", Arguments(result)];
        return remedy.ResourceNotFound ? null : remedy.Value;
    }

    /// <summary>What puts much of it right at once.</summary>
    public string ProvisionHint => texts["hint.provision"];

    /// <summary>How many came to what, in one line.</summary>
    public string SummaryOf(DoctorReport report) => texts[
        "summary",
        report.Count(CheckStatus.Failure),
        report.Count(CheckStatus.Warning),
        report.Count(CheckStatus.Pass),
        report.Count(CheckStatus.Skipped),
        report.Took.TotalSeconds];

    private object[] Arguments(CheckResult result) => [.. result.Arguments.Select(argument => argument is CheckTitle title ? TitleOf(title.Id) : argument)];
}
