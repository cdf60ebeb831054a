namespace OrgPortal.Web.Features.Organizations.CustomFields;

/// <summary>One field as the deployer configures it: an entry of <c>Portal:CustomFields</c>. Words stand as text, so that a wrong one is answered with a remedy.</summary>
public sealed class CustomFieldSetting
{
    /// <summary>Under which key it stands in the organization's <c>customData</c> in Logto: letters, digits and <c>_</c>, a letter first.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>A <see cref="CustomFieldType"/>.</summary>
    public string Type { get; set; } = nameof(CustomFieldType.Text);

    /// <summary>What it is called, by language; English at least.</summary>
    public IDictionary<string, string> Label { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>A sentence of help, by language.</summary>
    public IDictionary<string, string> Help { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it must be filled in. Asked for when an organization is created.</summary>
    public bool Required { get; set; }

    /// <summary>The most characters of a text: up to 4,000; without it 256, and 2,000 for several lines.</summary>
    public int? MaxLength { get; set; }

    /// <summary>The least number.</summary>
    public decimal? Min { get; set; }

    /// <summary>The greatest number.</summary>
    public decimal? Max { get; set; }

    /// <summary>What there is to choose from, for <c>Select</c>.</summary>
    public IList<CustomFieldOption> Options { get; } = [];

    /// <summary><c>Administrators</c>: whoever may manage the organization. <c>Operators</c>: nobody here; it is only shown.</summary>
    public string EditableBy { get; set; } = CustomField.Administrators;

    /// <summary><c>Members</c>, or <c>Administrators</c>: whoever may manage the organization.</summary>
    public string VisibleTo { get; set; } = CustomField.Members;
}
