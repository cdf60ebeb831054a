namespace OrgPortal.Web.Product;

/// <summary>The product that people come from and go back to: section <c>Portal:Product</c>. Without any of it the portal stands for itself.</summary>
public sealed class ProductOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal:Product";

    /// <summary>What stands for the organization's id in <see cref="Url"/> and in <see cref="Organizations"/>.</summary>
    public const string Placeholder = "{organizationId}";

    /// <summary>What the product is called, as it stands in "Back to …". Default: the host of its address.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// The product's address, such as <c>https://app.example.com/organizations/{organizationId}</c>; the placeholder may be left out.
    /// Where no organization is meant, it is the address without a placeholder, else the root of its host.
    /// </summary>
    public string? Url { get; set; }

    /// <summary>Where the product begins for whoever belongs to no organization there, if that is not what <see cref="Url"/> says.</summary>
    public string? HomeUrl { get; set; }

    /// <summary>The product's address for one organization, by its id, where that is another one than <see cref="Url"/> makes.</summary>
    public IDictionary<string, string?> Organizations { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>
    /// Where <c>return_to</c> may lead: origins (<c>https://app.example.com</c>) or addresses that others begin with
    /// (<c>https://example.com/app</c>, which allows <c>/app</c> and what is below it). Default: nowhere.
    /// </summary>
    public IList<string> ReturnTo { get; } = [];
}
