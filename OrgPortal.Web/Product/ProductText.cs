namespace OrgPortal.Web.Product;

/// <summary>The texts of the way back to the product, in ProductText.resx.</summary>
public sealed class ProductText;
