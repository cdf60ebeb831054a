using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>Closes connectors, and deletes them in Logto before it is forgotten whose they were: so that what cannot be deleted now is deleted later.</summary>
internal sealed class ConnectionEnding(ConnectionRoutes routes, ISsoConnectorsClient connectors, IOrganizationJustInTimeClient justInTime, ConnectionStore store, TimeProvider time)
{
    /// <summary>Nobody is sent through it any more, and nobody becomes a member by it. Done also when nobody did.</summary>
    public async Task<Result> CloseAsync(OrganizationConnector row)
    {
        var closed = await routes.SetAsync(row, [ConnectionStates.StandInDomain(row.ConnectorId!)]);
        if (closed.Failure is not (null or NotFound))
        {
            return closed;
        }

        var removed = await justInTime.RemoveSsoConnectorAsync(row.Organization(), row.ConnectorId!).ToResultAsync();
        return removed.Failure is NotFound ? Result.Done : removed;
    }

    /// <summary>Deletes it and what is left of it; a second time there is nothing to do. The caller holds the organization's lock.</summary>
    /// <returns>Done when nothing is left. Otherwise the row stays, as one that is to be deleted.</returns>
    public async Task<Result> EndAsync(OrganizationConnector row)
    {
        if (row.State != ConnectionStates.Ending)
        {
            (row.State, row.ChangedAt) = (ConnectionStates.Ending, time.GetUtcNow());
            var saved = await store.SaveAsync(row);
            if (saved.IsFailure)
            {
                return saved;
            }
        }

        var left = row.ConnectorId is { } id ? Result.Of<IReadOnlyList<string>>([id]) : await FindLeftAsync(row);
        if (left.IsFailure)
        {
            return left.Failure;
        }

        foreach (var connector in left.Value)
        {
            // First that nobody becomes a member by it: Logto would take it out by itself, but should deleting fail, it is closed at least.
            var removed = await justInTime.RemoveSsoConnectorAsync(row.Organization(), connector).ToResultAsync();
            if (removed.Failure is not (null or NotFound))
            {
                return removed;
            }

            var deleted = await connectors.DeleteAsync(connector).ToResultAsync();
            if (deleted.Failure is not (null or NotFound))
            {
                return deleted;
            }
        }

        return await store.RemoveAsync(row.Id);
    }

    /// <summary>The ids of the connectors that are left of a row without one. Reads all of the tenant: for what was broken off only.</summary>
    public async Task<Result<IReadOnlyList<string>>> FindLeftAsync(OrganizationConnector row)
    {
        var all = await connectors.ListAsync().ToResultAsync();
        return all.IsFailure ? all.Failure : Result.Of<IReadOnlyList<string>>([.. all.Value.Where(one => ConnectionStates.IsMarkOf(row, one)).Select(one => one.Id)]);
    }
}
