using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.SignIn;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>
/// Test sign-ins. What comes back is believed only as far as Logto confirms it: when the connector is not available, Logto shows its usual page, and a password that is typed there proves nothing about
/// the identity provider.
/// </summary>
internal sealed class ConnectionTrials(
    ConnectionAccess access, ConnectionStore store, SignInTrialLinks links, IUsersClient users, IOrganizationLocks locks, IOrganizationEvents events, TimeProvider time) : ISignInTrials
{
    /// <summary>Begins one. The caller has found the connection to be the organization's, and holds its lock.</summary>
    public async Task<Result<TrialLink>> StartAsync(Person actor, OrganizationConnector row)
    {
        var act = ConnectionActs.Of(AuditActions.TestConnection, row);
        if (await access.RefuseAsync(actor, act, [], decides: false) is { } refused)
        {
            return refused;
        }

        if (!row.IsConfigured())
        {
            return new Refused(RefusalReasons.NotConfigured);
        }

        return await access.ActAsync(act, async _ =>
        {
            var now = time.GetUtcNow();
            (row.TrialId, row.TrialBegunAt, row.TrialEndedAt, row.TrialFound, row.TrialAddress, row.ChangedAt) = (Guid.NewGuid(), now, null, null, null, now);
            var saved = await store.SaveAsync(row);
            return saved.IsFailure ? saved.Failure : Result.Of(new TrialLink(links.Of(new SignInTrial(row.Organization(), row.Id, row.ConnectorId!, row.TrialId.Value)), now + SignInTrialLinks.Lifetime));
        });
    }

    public async Task<ReturnUrl> EndAsync(SignInTrial trial, SignInTrialAnswer answer)
    {
        // Asked before the lock is taken: it has nothing to do with what others change meanwhile.
        var through = answer.User is { } user ? await users.ListSsoConnectorsAsync(user).ToResultAsync() : Result.Of<IReadOnlyList<string>>([]);
        var held = await locks.HoldAsync(trial.Organization);
        if (!held.IsFailure)
        {
            await using var lease = held.Value;
            var found = await access.FindAsync(trial.Organization, trial.Connection);
            if (found is { IsFailure: false, Value: { TrialEndedAt: null } row } && row.TrialId == trial.Trial && row.ConnectorId == trial.Connector)
            {
                (row.TrialEndedAt, row.TrialFound) = (time.GetUtcNow(), NameOf(Judge(row, answer, through)));
                row.TrialAddress = answer.Address is { Length: <= 256 } address ? address : null;
                await store.SaveAsync(row);
                events.Publish(new ConnectionsChanged(trial.Organization));
            }
        }

        return ReturnUrl.From(ConnectionPaths.One(trial.Organization, trial.Connection));
    }

    /// <summary>The last one; nothing when there was none with the settings as they are.</summary>
    public static ConnectionTrial? Of(OrganizationConnector row) =>
        row.TrialBegunAt is { } begun ? new ConnectionTrial(begun, row.TrialEndedAt, OutcomeOf(row), row.TrialAddress) : null;

    /// <summary>What came of the last one.</summary>
    public static TrialOutcome? OutcomeOf(OrganizationConnector row) =>
        row.TrialFound is null ? null : Enum.GetValues<TrialOutcome>().Cast<TrialOutcome?>().FirstOrDefault(outcome => NameOf(outcome!.Value) == row.TrialFound) ?? TrialOutcome.Unknown;

    private static TrialOutcome Judge(OrganizationConnector row, SignInTrialAnswer answer, Result<IReadOnlyList<string>> through) => answer switch
    {
        { Failure: SignInFailure.Cancelled or SignInFailure.Unconfirmed } => TrialOutcome.Cancelled,
        { User: null } => TrialOutcome.Refused,
        _ when through.IsFailure => TrialOutcome.Unknown,
        _ when !through.Value.Contains(row.ConnectorId!) => TrialOutcome.AnotherWay,
        _ when !DomainName.TryParseAddress(answer.Address, out _) => TrialOutcome.NoAddress,
        _ => row.DomainNames() is { Count: > 0 } domains && !(DomainName.TryParseAddress(answer.Address, out var domain) && domains.Contains(domain.Value)) ? TrialOutcome.OtherDomain : TrialOutcome.Passed,
    };

    private static string NameOf(TrialOutcome outcome) => outcome switch
    {
        TrialOutcome.Passed => "passed",
        TrialOutcome.OtherDomain => "other_domain",
        TrialOutcome.NoAddress => "no_address",
        TrialOutcome.AnotherWay => "another_way",
        TrialOutcome.Cancelled => "cancelled",
        TrialOutcome.Refused => "refused",
        _ => "unknown",
    };
}
