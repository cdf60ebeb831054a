using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Features.Organizations.Deletion;

internal sealed class DeletionOptionsValidator : IValidateOptions<DeletionOptions>
{
    public ValidateOptionsResult Validate(string? name, DeletionOptions options) =>
        options.Hold == TimeSpan.Zero || (options.Hold >= DeletionOptions.ShortestHold && options.Hold <= DeletionOptions.LongestHold)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Portal:Deletion:Hold is '{options.Hold:c}'. Set it to between one hour and 90 days, such as 7.00:00:00 for seven days, or leave the key out to delete at once.");
}
