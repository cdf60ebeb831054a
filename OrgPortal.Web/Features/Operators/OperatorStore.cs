using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Operators;

/// <summary>What the portal itself knows of an organization.</summary>
internal sealed partial class OperatorStore(IDbContextFactory<PortalDbContext> store, ILogger<OperatorStore> logger)
{
    /// <summary>Its domains and those of others with the same names, and what to see to.</summary>
    /// <param name="organization">Which one.</param>
    /// <param name="joined">Domains that people join it by.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<Result<(IReadOnlyList<OrganizationDomain> Domains, IReadOnlyList<SurveyFinding> Findings)>> ReadAsync(OrganizationId organization, IReadOnlyList<string> joined, CancellationToken cancellationToken)
    {
        var names = joined.Select(FindingKinds.Fold).ToList();
        return store.TryAsync<(IReadOnlyList<OrganizationDomain>, IReadOnlyList<SurveyFinding>)>(
            async context =>
            {
                var own = await context.OrganizationDomains.AsNoTracking().Where(row => row.OrganizationId == organization.Value).ToListAsync(cancellationToken);
                names.AddRange(own.Select(row => row.Name));
                var others = await context.OrganizationDomains.AsNoTracking()
                    .Where(row => row.OrganizationId != organization.Value && row.VerifiedAt != null && names.Contains(row.Name)).ToListAsync(cancellationToken);
                var findings = await context.SurveyFindings.AsNoTracking().Where(row => row.OrganizationId == organization.Value).OrderBy(row => row.Kind).ThenBy(row => row.Subject).ToListAsync(cancellationToken);
                return ([.. own, .. others], findings);
            },
            StoreFailed);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer about an organization.")]
    private partial void StoreFailed(Exception exception);
}
