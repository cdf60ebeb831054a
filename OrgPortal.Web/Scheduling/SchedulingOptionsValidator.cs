using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Scheduling;

internal sealed class SchedulingOptionsValidator : IValidateOptions<SchedulingOptions>
{
    public ValidateOptionsResult Validate(string? name, SchedulingOptions options) => options.AtOnce is >= 1 and <= 100
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Scheduling:AtOnce is {options.AtOnce}. Set it to 1 up to 100, or leave the key out for {new SchedulingOptions().AtOnce}.");
}
