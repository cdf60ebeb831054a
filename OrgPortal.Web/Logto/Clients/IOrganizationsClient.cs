using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Logto.Clients;

/// <summary>Organizations. Everything here runs with the management token: permission is the caller's duty.</summary>
/// <remarks>Every method throws <see cref="LogtoException"/>: <see cref="LogtoApiException"/> for an answer other than 2xx, <see cref="LogtoUnreachableException"/> for none.</remarks>
public interface IOrganizationsClient
{
    /// <summary><c>GET /organizations</c>, also of people who are in none of them.</summary>
    /// <param name="page">Which page.</param>
    /// <param name="search">What the id or the name contains, whatever the case; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Page<Organization>> ListAsync(PageRequest page, string? search = null, CancellationToken cancellationToken = default);

    /// <summary><c>GET /organizations?showFeatured=1</c>: the same with how many people belong to each, in one call however many there are.</summary>
    /// <inheritdoc cref="ListAsync" path="/param" />
    Task<Page<CountedOrganization>> ListCountedAsync(PageRequest page, string? search = null, CancellationToken cancellationToken = default);

    /// <summary><c>GET /organizations/{id}</c>; 404 <c>entity.not_exists_with_id</c>.</summary>
    Task<Organization> GetAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary><c>POST /organizations</c>. Adds nobody as a member.</summary>
    Task<Organization> CreateAsync(NewOrganization organization);

    /// <summary><c>PATCH /organizations/{id}</c>; 404 <c>entity.not_exists</c>.</summary>
    Task<Organization> UpdateAsync(OrganizationId organization, OrganizationChange change);

    /// <summary><c>DELETE /organizations/{id}</c>, with memberships, invitations and just-in-time settings. People stay.</summary>
    Task DeleteAsync(OrganizationId organization);
}
