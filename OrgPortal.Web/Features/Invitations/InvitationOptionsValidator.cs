using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Features.Invitations;

internal sealed class InvitationOptionsValidator : IValidateOptions<InvitationOptions>
{
    public ValidateOptionsResult Validate(string? name, InvitationOptions options)
    {
        string[] failures =
        [
            .. Days(options.ExpiresInDays),
            .. Limit(nameof(options.PerOrganizationAndDay), options.PerOrganizationAndDay),
            .. Limit(nameof(options.PerInviterAndHour), options.PerInviterAndHour),
            .. Limit(nameof(options.ImportedPerOrganizationAndDay), options.ImportedPerOrganizationAndDay),
            .. Kept(options.ImportsKeptForDays),
        ];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Days(int days)
    {
        if (days is < 1 or > InvitationOptions.LongestExpiryInDays)
        {
            yield return $"{InvitationOptions.Section}:{nameof(InvitationOptions.ExpiresInDays)} is {days}. Set it to a number of days from 1 to {InvitationOptions.LongestExpiryInDays}.";
        }
    }

    private static IEnumerable<string> Limit(string key, int limit)
    {
        if (limit < 0)
        {
            yield return $"{InvitationOptions.Section}:{key} is {limit}. Set it to a number of invitations, or to 0 for no limit.";
        }
    }

    private static IEnumerable<string> Kept(int days)
    {
        if (days < 1)
        {
            yield return $"{InvitationOptions.Section}:{nameof(InvitationOptions.ImportsKeptForDays)} is {days}. Set it to a number of days of at least 1.";
        }
    }
}
