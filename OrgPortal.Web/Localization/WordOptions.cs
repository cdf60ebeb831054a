namespace OrgPortal.Web.Localization;

/// <summary>Words that the deployer's people know better than the portal's own: section <c>Portal:Words</c>.</summary>
public sealed class WordOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal:Words";

    /// <summary>What an organization is called, by language (<c>en</c>, <c>zh-Hans</c>). A language that is not named keeps the portal's word.</summary>
    public IDictionary<string, OrganizationWord> Organization { get; } = new Dictionary<string, OrganizationWord>(StringComparer.OrdinalIgnoreCase);
}
