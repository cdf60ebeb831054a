using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Support.Fakes;

/// <summary>Nothing was deleted, but what a test says.</summary>
public sealed class NoOrganizationHolds : IOrganizationHolds
{
    /// <summary>What was deleted and can be restored.</summary>
    public HashSet<OrganizationId> Held { get; } = [];

    public Task<Result<OrganizationHold?>> FindAsync(OrganizationId organization, bool isFresh = false, CancellationToken cancellationToken = default) =>
        Task.FromResult(Result.Of(Held.Contains(organization) ? new OrganizationHold(organization, 2, DateTimeOffset.MaxValue) : null));
}
