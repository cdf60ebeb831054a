using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Authentication.Sessions;

internal sealed class SessionLifetimeOptionsValidator : IValidateOptions<SessionLifetimeOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(180);

    public ValidateOptionsResult Validate(string? name, SessionLifetimeOptions options)
    {
        string[] failures =
        [
            .. OutOfRange(nameof(SessionLifetimeOptions.IdleTimeout), options.IdleTimeout),
            .. OutOfRange(nameof(SessionLifetimeOptions.MaximumAge), options.MaximumAge),
        ];
        if (failures is [] && options.IdleTimeout > options.MaximumAge)
        {
            failures = [$"Portal:Sessions:IdleTimeout is {options.IdleTimeout}, longer than Portal:Sessions:MaximumAge ({options.MaximumAge}). Make it shorter."];
        }

        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> OutOfRange(string key, TimeSpan value)
    {
        if (value < Shortest || value > Longest)
        {
            yield return $"Portal:Sessions:{key} is {value}. Set it to a time between 5 minutes and 180 days, such as 08:00:00 or 14.00:00:00.";
        }
    }
}
