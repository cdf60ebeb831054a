using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>Whose addresses Logto sends through a connector.</summary>
internal sealed class ConnectionRoutes(ISsoConnectorsClient connectors, IOrganizationJustInTimeClient justInTime)
{
    /// <summary>Has these sent there, and no others.</summary>
    /// <returns>
    /// Done also when Logto did not answer in time and has them all the same: it keeps them first and then asks the identity provider what it is like, without a limit of time. It may be down just when it is to
    /// be switched off.
    /// </returns>
    public async Task<Result> SetAsync(OrganizationConnector row, IReadOnlyList<string> domains)
    {
        var set = await connectors.SetDomainsAsync(row.ConnectorId!, ConnectionStates.LogtoNameOf(row), domains).ToResultAsync(ConnectionAnswers.Explain);
        if (set.Failure is not Unavailable)
        {
            return set;
        }

        // For the organization's own list no identity provider is asked.
        var now = await justInTime.ListSsoConnectorsAsync(row.Organization()).ToResultAsync();
        return !now.IsFailure && now.Value.Any(one => one.Id == row.ConnectorId && one.Domains.SequenceEqual(domains)) ? Result.Done : set;
    }
}
