namespace OrgPortal.Web.Features.Organizations.CustomFields;

/// <summary>What the deployer wants to know of organizations beside name and description: the list <c>Portal:CustomFields</c>.</summary>
public sealed class CustomFieldOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal:CustomFields";

    /// <summary>The fields, in the order they are shown.</summary>
    public IList<CustomFieldSetting> Fields { get; } = [];
}
