namespace OrgPortal.Web.Localization;

/// <summary>What an organization is called in one language.</summary>
public sealed class OrganizationWord
{
    /// <summary>One of them, in lower case where the language has it: <c>workspace</c>.</summary>
    public string? Singular { get; set; }

    /// <summary>Several: <c>workspaces</c>. Only in English.</summary>
    public string? Plural { get; set; }

    /// <summary><c>a</c> or <c>an</c>; by the first letter when left out. Only in English.</summary>
    public string? Article { get; set; }
}
