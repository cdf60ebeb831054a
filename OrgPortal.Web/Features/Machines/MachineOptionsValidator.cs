using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Features.Machines;

internal sealed class MachineOptionsValidator : IValidateOptions<MachineOptions>
{
    private const int TenYears = 3650;

    public ValidateOptionsResult Validate(string? name, MachineOptions options)
    {
        string[] failures = [.. Limit(options.PerOrganization), .. Days(options.LongestSecretDays)];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Limit(int limit)
    {
        if (limit < 0)
        {
            yield return $"{MachineOptions.Section}:{nameof(MachineOptions.PerOrganization)} is {limit}. Set it to a number of machines, or to 0 where nobody is to make any.";
        }
    }

    private static IEnumerable<string> Days(int days)
    {
        if (days is < 1 or > TenYears)
        {
            yield return $"{MachineOptions.Section}:{nameof(MachineOptions.LongestSecretDays)} is {days}. Set it to a number of days from 1 to {TenYears}.";
        }
    }
}
