using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Product;

/// <summary>Where the product is, as the operator says, and where else one may go back to.</summary>
internal sealed class ProductAddresses(IOptions<ProductOptions> options)
{
    private readonly ProductOptions _product = options.Value;
    private readonly IReadOnlyList<AllowedPlace> _places = [.. options.Value.ReturnTo.Select(AllowedPlace.From).OfType<AllowedPlace>()];

    /// <summary>What the product is called; <see langword="null"/> when only its address says.</summary>
    public string? Name { get; } = OrNone(options.Value.Name);

    /// <summary>The origins of every address there can be.</summary>
    public IEnumerable<string> Origins =>
        _places.Select(place => place.Origin)
            .Concat(new[] { _product.Url, _product.HomeUrl }.Concat(_product.Organizations.Values).Select(setting => ProductUrl.Of(OrNone(setting))).OfType<ProductUrl>().Select(url => new Uri(url.Value).GetLeftPart(UriPartial.Authority)))
            .Distinct(StringComparer.Ordinal);

    /// <summary>The product where no organization is meant; none when it was not set.</summary>
    public ProductUrl? Home => ProductUrl.Of(OrNone(_product.HomeUrl) ?? OrNone(_product.Url));

    /// <summary>The product for whoever belongs to the organization.</summary>
    public ProductUrl? Of(OrganizationId organization) => ProductUrl.Of(OwnOf(organization) ?? OrNone(_product.Url), organization) ?? Home;

    /// <summary>The product for whoever has to do with the organization and does not belong to it, or not any more.</summary>
    public ProductUrl? OutsideOf(OrganizationId organization) => ProductUrl.Of(OwnOf(organization)) ?? Home;

    /// <summary>The address, if <c>return_to</c> may lead there.</summary>
    public ProductUrl? Allow(string? returnTo) => ProductUrl.From(returnTo, _places);

    private static string? OrNone(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting.Trim();

    private string? OwnOf(OrganizationId organization) => _product.Organizations.TryGetValue(organization.Value, out var own) ? OrNone(own) : null;
}
