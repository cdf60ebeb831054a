using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Features.Operators;

internal sealed class OperatorConsoleOptionsValidator : IValidateOptions<OperatorConsoleOptions>
{
    private const int MostCalls = 100;

    public ValidateOptionsResult Validate(string? name, OperatorConsoleOptions options)
    {
        string[] failures = [.. Rhythm(options.Survey), .. Pace(options.SurveyCallsPerSecond), .. File(options.TenantFile)];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Rhythm(string survey)
    {
        if (!Enum.TryParse<SurveyRhythm>(survey, ignoreCase: true, out var rhythm) || !Enum.IsDefined(rhythm))
        {
            yield return $"{OperatorConsoleOptions.Section}:{nameof(OperatorConsoleOptions.Survey)} is '{survey}'. Set it to {string.Join(" or ", Enum.GetNames<SurveyRhythm>())}.";
        }
    }

    private static IEnumerable<string> Pace(int calls)
    {
        if (calls is < 1 or > MostCalls)
        {
            yield return $"{OperatorConsoleOptions.Section}:{nameof(OperatorConsoleOptions.SurveyCallsPerSecond)} is {calls}. Set it to a number of calls from 1 to {MostCalls}.";
        }
    }

    private static IEnumerable<string> File(string? path)
    {
        if (path is { Length: > 0 } && !System.IO.File.Exists(path))
        {
            yield return $"{OperatorConsoleOptions.Section}:{nameof(OperatorConsoleOptions.TenantFile)} is '{path}', and there is no such file. Correct the path, or leave the key out.";
        }
    }
}
