using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>
/// Opens and closes connections. That one is open is written down before Logto is told, and that it is closed after: whatever fails in between, nobody signs in through one that the portal shows as closed.
/// The caller has found them to be the organization's, and holds its lock.
/// </summary>
internal sealed class ConnectionOpening(
    ConnectionAccess access,
    ConnectionStore store,
    ConnectionEnding ending,
    OwnDomains domains,
    ConnectionRoutes routes,
    IOrganizationJustInTimeClient justInTime,
    TimeProvider time)
{
    public async Task<Result> ActivateAsync(Person actor, OrganizationConnector row, IReadOnlyList<OrganizationRoleId> roles)
    {
        var before = await justInTime.ListRolesAsync(row.Organization()).ToResultAsync();
        if (before.IsFailure)
        {
            return before.Failure;
        }

        var act = ConnectionActs.Of(
            AuditActions.ActivateConnection, row, new { roles = before.Value.Select(role => role.Name) }, new { domains = row.DomainNames(), roles = roles.Select(role => role.Value), tested = IsTested(row) });
        // Everybody who joins gets what stands there afterwards, so what stood there before counts as given away too.
        var held = before.Value.Select(role => role.Id).ToList();
        if (await access.RefuseAsync(actor, act, [.. held.Union(roles)]) is { } refused)
        {
            return refused;
        }

        if (await RefuseAsync(row) is { } unready)
        {
            return await access.RecordAsync(act, unready);
        }

        return await access.ActAsync(act, () => OpenAsync(row, held.ToHashSet().SetEquals(roles) ? null : roles));
    }

    public async Task<Result> DeactivateAsync(Person actor, OrganizationConnector row)
    {
        var act = ConnectionActs.Of(AuditActions.DeactivateConnection, row, new { domains = row.DomainNames() });
        if (await access.RefuseAsync(actor, act, [], decides: false) is { } refused)
        {
            return refused;
        }

        return row.State == ConnectionStates.Draft ? Result.Done : await access.ActAsync(act, async () =>
        {
            var closed = await ending.CloseAsync(row);
            return closed.IsFailure ? closed : await NoteAsync(row, ConnectionStates.Draft);
        });
    }

    public async Task<Result> DeleteAsync(Person actor, OrganizationConnector row)
    {
        var act = ConnectionActs.Of(AuditActions.DeleteConnection, row, new { provider = row.Provider, domains = row.DomainNames(), state = row.State });
        return await access.RefuseAsync(actor, act, [], decides: false) is { } refused ? refused : await access.ActAsync(act, () => ending.EndAsync(row));
    }

    /// <summary>Whether somebody signed in through its settings as they are.</summary>
    public static bool IsTested(OrganizationConnector row) => ConnectionTrials.OutcomeOf(row) == TrialOutcome.Passed;

    private async Task<Failure?> RefuseAsync(OrganizationConnector row)
    {
        var wanted = row.DomainNames();
        if (!row.IsConfigured() || wanted.Count == 0)
        {
            return new Refused(row.IsConfigured() ? RefusalReasons.NoDomains : RefusalReasons.NotConfigured);
        }

        var verified = await domains.FindVerifiedAsync(row.Organization(), wanted);
        return verified.IsFailure ? verified.Failure : verified.Value.Count < wanted.Count ? new Refused(RefusalReasons.DomainNotVerified) : null;
    }

    private async Task<Result> OpenAsync(OrganizationConnector row, IReadOnlyList<OrganizationRoleId>? roles)
    {
        var wasOpen = row.State == ConnectionStates.Active;
        var noted = await NoteAsync(row, ConnectionStates.Active);
        if (noted.IsFailure)
        {
            return noted;
        }

        // The roles first: nobody is to join with others than were chosen. The domains last: they are what sends people there.
        var opened = roles is null ? Result.Done : await justInTime.ReplaceRolesAsync(row.Organization(), roles).ToResultAsync(ConnectionAnswers.ExplainRoles);
        if (!opened.IsFailure)
        {
            opened = await justInTime.AddSsoConnectorAsync(row.Organization(), row.ConnectorId!).ToResultAsync(ConnectionAnswers.Explain);
        }

        if (!opened.IsFailure)
        {
            opened = await routes.SetAsync(row, row.DomainNames());
        }

        if (!opened.IsFailure || wasOpen)
        {
            return opened;
        }

        // Closed it was, and closed it stays; where that fails too it may be open, and stays shown as that.
        var isUndone = !(await ending.CloseAsync(row)).IsFailure && !(await NoteAsync(row, ConnectionStates.Draft)).IsFailure;
        return opened.Failure is Unavailable ? new Interrupted(isUndone, opened.Failure) : opened;
    }

    private Task<Result> NoteAsync(OrganizationConnector row, string state)
    {
        (row.State, row.ChangedAt) = (state, time.GetUtcNow());
        return store.SaveAsync(row);
    }
}
