using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Product;

internal sealed class ProductOptionsValidator : IValidateOptions<ProductOptions>
{
    private const int LongestName = 60;

    public ValidateOptionsResult Validate(string? name, ProductOptions options)
    {
        string[] failures =
        [
            .. Name(options.Name),
            .. Address("Url", options.Url, hasPlace: true),
            .. Address("HomeUrl", options.HomeUrl, hasPlace: false),
            .. options.Organizations.SelectMany(own => Organization(own.Key, own.Value)),
            .. options.ReturnTo.SelectMany(Place),
        ];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Name(string? value)
    {
        if (value?.Trim() is { Length: > LongestName } || value?.Any(char.IsControl) is true)
        {
            yield return $"Portal:Product:Name is longer than {LongestName} characters or has control characters. It stands in links: shorten it.";
        }
    }

    private static IEnumerable<string> Organization(string id, string? value)
    {
        if (!OrganizationId.TryParse(id, null, out _))
        {
            yield return $"Portal:Product:Organizations names '{id}', which is no organization's id. Use the id that Logto shows.";
        }

        foreach (var failure in Address($"Organizations:{id}", value, hasPlace: true))
        {
            yield return failure;
        }
    }

    private static IEnumerable<string> Address(string key, string? value, bool hasPlace)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield break;
        }

        // First: whatever else is wrong is told with the value, which may hold a password.
        if (value.Contains('@'))
        {
            yield return $"Portal:Product:{key} contains a user name or password, or another @. Leave it out.";
            yield break;
        }

        var filled = hasPlace ? value.Trim().Replace(ProductOptions.Placeholder, "0", StringComparison.Ordinal) : value.Trim();
        if (filled.Contains('{') || !AllowedPlace.TryRead(filled, out _))
        {
            yield return $"Portal:Product:{key} is '{value}', which is no address of a product. Set it to an https address in ASCII (http for localhost only){(hasPlace ? $"; {ProductOptions.Placeholder} in it stands for the organization" : string.Empty)}.";
        }
        else if (hasPlace && value.Split("://", 2)[1].Split('/', '?', '#')[0].Contains(ProductOptions.Placeholder, StringComparison.Ordinal))
        {
            yield return $"Portal:Product:{key} has {ProductOptions.Placeholder} in its host. An organization's id is no name of a host: put it into the path or the query.";
        }
    }

    private static IEnumerable<string> Place(string value)
    {
        if (value.Contains('@'))
        {
            yield return "Portal:Product:ReturnTo contains a user name or password, or another @. Leave only scheme, host, port and path.";
        }
        else if (AllowedPlace.From(value) is null)
        {
            yield return $"Portal:Product:ReturnTo contains '{value}', which is no place that can be allowed. Name an origin such as https://app.example.com, or an address that others begin with, such as https://example.com/app, in ASCII and without query.";
        }
    }
}
