using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Features.Security;

internal sealed class SecondFactorOptionsValidator : IValidateOptions<SecondFactorOptions>
{
    public ValidateOptionsResult Validate(string? name, SecondFactorOptions options) => options.Url is null or { IsAbsoluteUri: true, Scheme: "https" } or { IsAbsoluteUri: true, Scheme: "http", IsLoopback: true }
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"{SecondFactorOptions.Section}:{nameof(SecondFactorOptions.Url)} is '{options.Url}'. Set it to the address of a page, beginning with https://, or leave the key out.");
}
