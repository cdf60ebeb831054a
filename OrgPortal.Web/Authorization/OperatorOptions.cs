namespace OrgPortal.Web.Authorization;

/// <summary>Who runs the portal: section <c>Portal:Operators</c>.</summary>
public sealed class OperatorOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal:Operators";

    /// <summary>The name of the role of the tenant (outside of any organization) whose holders are operators. Empty: nobody is.</summary>
    public string? Role { get; set; }
}
