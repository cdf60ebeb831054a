using System.ComponentModel.DataAnnotations;

namespace OrgPortal.Web.Authentication.Circuits;

/// <summary>How many pages one person may keep open on a node: section <c>Portal:Circuits</c>.</summary>
public sealed class CircuitLimitOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Portal:Circuits";

    /// <summary>Pages at the same time. One more shows a sentence instead; twice as many connections are not taken at all.</summary>
    [Range(1, 100_000, ErrorMessage = "Portal:Circuits:PerPerson must be at least 1. Leave the key out for 50.")]
    public int PerPerson { get; set; } = 50;
}
