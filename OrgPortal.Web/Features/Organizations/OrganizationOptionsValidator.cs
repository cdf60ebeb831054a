using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Features.Organizations;

internal sealed class OrganizationOptionsValidator : IValidateOptions<OrganizationOptions>
{
    public ValidateOptionsResult Validate(string? name, OrganizationOptions options)
    {
        string[] failures = [.. Creation(options.Creation), .. PerPerson(options.PerPerson)];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Creation(string value)
    {
        if (!Enum.GetNames<CreationPolicy>().Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"Portal:Organizations:Creation is '{value}'. Set it to Anyone or Nobody, or leave the key out for Anyone.";
        }
    }

    private static IEnumerable<string> PerPerson(int value)
    {
        if (value < 0)
        {
            yield return $"Portal:Organizations:PerPerson is {value}. Set it to how many organizations one person may create, or to 0 for no limit.";
        }
    }
}
