using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Audit;

internal sealed class AuditOptionsValidator : IValidateOptions<AuditOptions>
{
    private const int MostDays = 36500;

    public ValidateOptionsResult Validate(string? name, AuditOptions options)
    {
        string[] failures = [.. Failures(options)];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(AuditOptions options)
    {
        if (options.RetentionDays is < 0 or > MostDays)
        {
            yield return $"Portal:Audit:RetentionDays is {options.RetentionDays}. Set it to a number of days up to {MostDays}, or to 0 to keep records for ever.";
        }

        // A key is never repeated.
        if (!string.IsNullOrEmpty(options.Key) && options.Key.Length < AuditOptions.ShortestKey)
        {
            yield return $"Portal:Audit:Key has {options.Key.Length} characters, too few for a secret. Set it to at least {AuditOptions.ShortestKey} random characters, or leave the key out.";
        }

        if (string.IsNullOrEmpty(options.Key) && options.PreviousKeys.Count > 0)
        {
            yield return "Portal:Audit:PreviousKeys is set, but Portal:Audit:Key is not. Set the key that is used now, or leave both out.";
        }
    }
}
