using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Domains.Proofs;

namespace OrgPortal.Tests.Features.Domains;

/// <summary>DNS in memory: the records that stand there, by the domain they prove.</summary>
internal sealed class FakeDomainProofs : IDomainProofs
{
    /// <summary>The values of the record of each domain.</summary>
    public Dictionary<string, List<string>> Records { get; } = [];

    /// <summary>When set, nothing is answered.</summary>
    public bool IsSilent { get; set; }

    /// <summary>How often somebody looked.</summary>
    public int Looks { get; private set; }

    /// <summary>Happens while somebody waits for the answer.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public async Task<DomainProof> LookAsync(DomainName domain, string value)
    {
        Looks++;
        if (Meanwhile is { } meanwhile)
        {
            Meanwhile = null;
            await meanwhile();
        }

        return IsSilent ? DomainProof.NoAnswer
            : !Records.TryGetValue(domain.Value, out var values) || values.Count == 0 ? DomainProof.Missing
            : values.Contains(value) ? DomainProof.Found : DomainProof.Different;
    }
}
