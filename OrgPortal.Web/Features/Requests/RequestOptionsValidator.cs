using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Features.Requests;

internal sealed class RequestOptionsValidator : IValidateOptions<RequestOptions>
{
    private const int LongestInDays = 365;

    public ValidateOptionsResult Validate(string? name, RequestOptions options)
    {
        string[] failures =
        [
            .. Range(nameof(RequestOptions.ExpiresInDays), options.ExpiresInDays, 1, LongestInDays),
            .. Range(nameof(RequestOptions.PerPersonAndDay), options.PerPersonAndDay, 0, int.MaxValue),
            .. Range(nameof(RequestOptions.AgainAfterDays), options.AgainAfterDays, 0, LongestInDays),
        ];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Range(string key, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            yield return $"{RequestOptions.Section}:{key} is {value}. Set it to a number from {least} to {most}.";
        }
    }
}
