namespace OrgPortal.Web.Features.Organizations.CustomFields;

/// <summary>One of the words of a field of several.</summary>
public sealed class CustomFieldOption
{
    /// <summary>What is kept.</summary>
    public string Value { get; set; } = string.Empty;

    /// <summary>What it is called, by language; without one it is called what is kept.</summary>
    public IDictionary<string, string> Label { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
