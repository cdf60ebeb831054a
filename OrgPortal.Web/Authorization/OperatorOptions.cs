using System.ComponentModel.DataAnnotations;

namespace OrgPortal.Web.Authorization;

/// <summary>Who runs the portal: section <c>Portal:Operators</c>.</summary>
public sealed class OperatorOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal:Operators";

    /// <summary>The name of the role of the tenant (outside of any organization) whose holders are operators. Empty: nobody is.</summary>
    public string? Role { get; set; }

    /// <summary>How long an operator stays inside an organization before the reason must be given again; from five minutes to eight hours.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "08:00:00")]
    public TimeSpan VisitsLastFor { get; set; } = TimeSpan.FromHours(1);
}
