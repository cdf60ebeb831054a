namespace OrgPortal.Web.Features.Machines;

/// <summary>How many machines organizations may have, and for how long their secrets work. Section <c>Portal:Machines</c>.</summary>
public sealed class MachineOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Portal:Machines";

    /// <summary>The most secrets of one machine, ended ones too: two are needed to change one for another.</summary>
    public const int MostSecrets = 5;

    /// <summary>How many machines an organization may have, switched off or not; 0 for none, where nobody is to make any.</summary>
    public int PerOrganization { get; set; } = 20;

    /// <summary>The longest life of a secret, in days. None lives for ever: a key that nobody remembers is a door that nobody watches.</summary>
    public int LongestSecretDays { get; set; } = 730;
}
