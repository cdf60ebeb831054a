using OrgPortal.Web.Features.Domains.Proofs;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Domains;

/// <summary>An organization's domains: claimed, proved by a record in DNS, and opened to people with an address of them. All ask for <c>security.manage</c>.</summary>
public interface IDomainService
{
    /// <summary>The domains. One call to Logto about sign-up, which is remembered, and another where people join automatically.</summary>
    Task<Result<DomainList>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>How many there are, and how many of them are verified. From the store alone.</summary>
    Task<Result<DomainCounts>> CountAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>Claims a domain, which proves nothing yet, and makes the value of its record. Whoever else claims it, or has it, is not told.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="domain">As somebody typed it.</param>
    /// <returns>
    /// The domain's name; else <see cref="Invalid"/> (<c>domain</c>: <c>domain_format</c>, <c>public_suffix</c>, <c>public_mail_provider</c>),
    /// <see cref="RefusalReasons.DomainListed"/>, or <see cref="LimitReached"/> <c>domains_per_organization</c>.
    /// </returns>
    Task<Result<string>> AddAsync(OrganizationId organization, string domain);

    /// <summary>Looks for the record now. Found, the domain is verified from now on, and looked at again by itself.</summary>
    /// <returns>
    /// What was found, which is no failure when it is nothing; <see cref="RefusalReasons.DomainTaken"/> when it was, and another organization has the domain;
    /// <see cref="LimitReached"/> <c>domain_checks</c> when somebody has just looked.
    /// </returns>
    Task<Result<DomainProof>> VerifyAsync(OrganizationId organization, string domain);

    /// <summary>Decides who may join with an address of a verified domain.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="enrolment">Who.</param>
    /// <param name="roles">For <see cref="DomainEnrolment.Automatic"/>: the roles of everybody who joins by any domain of the organization. Otherwise not looked at.</param>
    /// <returns>
    /// <see cref="RefusalReasons.DomainNotVerified"/>; <see cref="RefusalReasons.AddressesNotVerified"/>; <see cref="RefusalReasons.AboveOwnPermissions"/> when the
    /// roles, or those there were, go beyond the person's own; <see cref="NotFound"/>.
    /// </returns>
    Task<Result> SetEnrolmentAsync(OrganizationId organization, string domain, DomainEnrolment enrolment, IReadOnlyList<OrganizationRoleId> roles);

    /// <summary>Gives a domain up. Nobody joins by it any more; members stay. Its value is never used again.</summary>
    Task<Result> RemoveAsync(OrganizationId organization, string domain);
}
