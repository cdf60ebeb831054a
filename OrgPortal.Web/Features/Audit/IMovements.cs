using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Audit;

/// <summary>How people came into an organization and went, as far as the portal's own records tell. For the portal's own work: nobody has been asked whether they may see it.</summary>
internal interface IMovements
{
    /// <summary>The last movement of each; whoever is left out was never recorded. At most a hundred people.</summary>
    Task<Result<IReadOnlyDictionary<UserId, Movement>>> ListLastAsync(OrganizationId organization, IReadOnlyCollection<UserId> people);
}
