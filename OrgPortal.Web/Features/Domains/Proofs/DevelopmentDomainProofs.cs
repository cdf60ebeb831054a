#if EMBEDDED_LOGTO
namespace OrgPortal.Web.Features.Domains.Proofs;

/// <summary>
/// Answers without a network, for trying domains in Development: what is configured for a domain in <c>Portal:Domains:DevelopmentAnswers</c>, read anew each
/// time, and DNS for every other. What is published does not contain it.
/// </summary>
internal sealed class DevelopmentDomainProofs(IDomainProofs dns, IConfiguration configuration) : IDomainProofs
{
    /// <summary>The section: a key for each domain, with the name of a <see cref="DomainProof"/>.</summary>
    public const string Section = $"{DomainOptions.Section}:DevelopmentAnswers";

    public Task<DomainProof> LookAsync(DomainName domain, string value) =>
        Enum.TryParse<DomainProof>(configuration.GetSection(Section)[domain.Value], ignoreCase: true, out var answer) ? Task.FromResult(answer) : dns.LookAsync(domain, value);
}
#endif
