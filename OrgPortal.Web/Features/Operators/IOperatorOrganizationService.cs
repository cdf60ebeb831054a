using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

/// <summary>All organizations of the tenant, for operators. Everybody else is told that there is nothing.</summary>
public interface IOperatorOrganizationService
{
    /// <summary>Acts that <see cref="ListActivityAsync"/> answers at most.</summary>
    const int ActivitySize = 20;

    /// <summary>One page, in Logto's order. One call to Logto and one query of the store, however many organizations there are.</summary>
    /// <param name="page">Which page.</param>
    /// <param name="search">Part of a name or of an id, in any case; <see langword="null"/> for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Result<Page<OperatorOrganizationRow>>> ListAsync(PageRequest page, string? search = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Who administers these: usually one call to Logto for each, four at a time. What cannot be read of one does not keep the others back:
    /// see <see cref="OrganizationAdministrators.IsKnown"/>.
    /// </summary>
    /// <param name="organizations">At most a page of <see cref="PageRequest.MaxSize"/>; more is <see cref="Invalid"/> (<c>organizations</c>: <c>too_many</c>).</param>
    /// <param name="progress">Told of each as soon as it is known, on any thread.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Result<IReadOnlyList<OrganizationAdministrators>>> ListAdministratorsAsync(
        IReadOnlyList<OrganizationId> organizations, IProgress<OrganizationAdministrators>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>One organization; six calls to Logto at the same time. <see cref="NotFound"/> when Logto has none of that id.</summary>
    Task<Result<OperatorOrganization>> GetAsync(OrganizationId organization, CancellationToken cancellationToken = default);

    /// <summary>What was last done in it, newest first; at most <see cref="ActivitySize"/> acts, also of an organization that is gone.</summary>
    Task<Result<IReadOnlyList<AuditRow>>> ListActivityAsync(OrganizationId organization, CancellationToken cancellationToken = default);
}
