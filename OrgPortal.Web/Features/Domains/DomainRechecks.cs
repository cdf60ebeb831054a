using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Domains;

/// <summary>Looks again at domains by itself: at new ones for two days, at verified ones every week, at lapsing ones every day.</summary>
internal sealed class DomainRechecks(DomainStore store, DomainProving proving, IOrganizationsClient organizations, DomainNews news, TimeProvider time)
{
    /// <summary>As many as one run takes on; the rest is due still.</summary>
    public const int MostAtOnce = 100;

    /// <summary>Looks at those that are due, the longest due first. What fails is tried again at the next run.</summary>
    /// <returns>At how many it has looked.</returns>
    public async Task<int> RecheckDueAsync(CancellationToken cancellationToken)
    {
        var due = await store.ListDueAsync(time.GetUtcNow(), MostAtOnce, cancellationToken);
        if (due.IsFailure)
        {
            return 0;
        }

        foreach (var row in due.Value)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await RecheckAsync(row);
        }

        return due.Value.Count;
    }

    private async Task RecheckAsync(OrganizationDomain row)
    {
        if (!OrganizationId.TryParse(row.OrganizationId, null, out var organization) || !DomainName.TryParse(row.Name, out var domain))
        {
            return;
        }

        // Deleted past the portal, it must not hold its domains for ever.
        var found = await organizations.GetAsync(organization).ToResultAsync();
        if (found.Failure is NotFound)
        {
            await store.RemoveAllAsync(organization);
        }
        else
        {
            await proving.CheckAsync(organization, domain);
            await news.TellAsync(organization, domain, row);
        }
    }
}
