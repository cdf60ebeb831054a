using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators;

/// <summary>Puts a page of organizations together. Whoever calls has asked the guard. Nothing here grows with the tenant.</summary>
internal sealed class OperatorListing(IOrganizationsClient organizations, IAdministrators administrators, IOrganizationHolds holds, LastActivity activity)
{
    private const int AtOnce = 4;

    public async Task<Result<Page<OperatorOrganizationRow>>> ReadAsync(PageRequest request, string? search, CancellationToken cancellationToken)
    {
        var page = await organizations.ListCountedAsync(request, string.IsNullOrWhiteSpace(search) ? null : search.Trim(), cancellationToken).ToResultAsync();
        if (page.IsFailure)
        {
            return page.Failure;
        }

        var latest = await activity.FindAsync([.. page.Value.Items.Select(one => one.Id)], cancellationToken);
        if (latest.IsFailure)
        {
            return latest.Failure;
        }

        List<OperatorOrganizationRow> rows = [];
        foreach (var one in page.Value.Items)
        {
            // What is remembered answers for all of them.
            var hold = await holds.FindAsync(one.Id, cancellationToken: cancellationToken);
            if (hold.IsFailure)
            {
                return hold.Failure;
            }

            rows.Add(new OperatorOrganizationRow(
                one.Id, one.Name, one.Branding?.LogoUrl, one.UsersCount, one.CreatedAt, latest.Value.TryGetValue(one.Id, out var at) ? at : null, hold.Value));
        }

        return new Page<OperatorOrganizationRow>(rows, page.Value.Request, page.Value.TotalCount);
    }

    public async Task<IReadOnlyList<OrganizationAdministrators>> ReadAdministratorsAsync(
        IReadOnlyList<OrganizationId> wanted, IProgress<OrganizationAdministrators>? progress, CancellationToken cancellationToken)
    {
        var found = new OrganizationAdministrators[wanted.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, wanted.Count), options, async (index, token) =>
        {
            found[index] = await ReadAdministratorsAsync(wanted[index], token);
            progress?.Report(found[index]);
        });
        return found;
    }

    // One more than are counted: so it is known whether there are others.
    public async Task<OrganizationAdministrators> ReadAdministratorsAsync(OrganizationId organization, CancellationToken cancellationToken) =>
        OrganizationAdministrators.Of(organization, await administrators.ListAsync(organization, OrganizationAdministrators.MostRead + 1, cancellationToken));
}
