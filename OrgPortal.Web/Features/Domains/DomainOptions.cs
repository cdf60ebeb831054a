namespace OrgPortal.Web.Features.Domains;

/// <summary>How organizations prove their domains. Section <c>Portal:Domains</c>.</summary>
public sealed class DomainOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Portal:Domains";

    /// <summary>How many domains an organization may list, proved or not.</summary>
    public int PerOrganization { get; set; } = 20;

    /// <summary>Addresses of the name servers to ask, such as <c>9.9.9.9</c>, with a port where it is not 53; those of the machine when there is none.</summary>
    public IList<string> NameServers { get; } = [];

    /// <summary>Domains that no organization can have, besides those of public mail providers: with them all that are below.</summary>
    public IList<string> Refused { get; } = [];

    /// <summary>A newer list of publicsuffix.org, as a file; the one that came with the portal when left out.</summary>
    public string? PublicSuffixFile { get; set; }

    /// <summary>
    /// Says that an account's primary address is its person's, where Logto cannot say so: because nobody signs up by themselves, or every account comes
    /// from a directory. Otherwise domains open an organization only where the tenant's sign-up verifies addresses.
    /// </summary>
    public bool TrustAddresses { get; set; }
}
