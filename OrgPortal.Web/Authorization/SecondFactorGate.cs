using OrgPortal.Web.Events;
using OrgPortal.Web.Features;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Authorization;

/// <summary>
/// One call a minute for an organization with people in it, <c>GET /organizations/{id}</c>; and only where that says so one for each of its people,
/// <c>GET /users/{id}/mfa-verifications</c>. No answer lets nobody through.
/// </summary>
internal sealed class SecondFactorGate : ISecondFactorGate, IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Short, since people come back from setting one up; long enough that nobody makes the portal ask Logto all the time.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    private readonly RecentAnswers<OrganizationId> _requiring;
    private readonly RecentAnswers<UserId> _having;
    private readonly IDisposable _subscription;

    public SecondFactorGate(IOrganizationsClient organizations, IUsersClient users, IOrganizationEvents events, TimeProvider time)
    {
        // Several people may share an answer: no single one's cancellation may stop it.
        _requiring = new RecentAnswers<OrganizationId>(
            async organization =>
            {
                var found = await organizations.GetAsync(organization, CancellationToken.None).ToResultAsync();
                return found.IsFailure ? found.Failure : found.Value.IsMfaRequired;
            },
            Minute, Minute, time);
        _having = new RecentAnswers<UserId>(
            async person =>
            {
                var found = await users.ListSecondFactorsAsync(person, CancellationToken.None).ToResultAsync();
                return found.IsFailure ? found.Failure : found.Value.Any(factor => factor.Counts);
            },
            Minute, Moment, time);
        _subscription = events.SubscribeToAll(happened =>
        {
            if (happened is OrganizationChanged or OrganizationDeleted)
            {
                _requiring.Forget(happened.Organization);
            }
        });
    }

    public async Task<Failure?> DenyWithoutAsync(OrganizationId organization, UserId person, bool isFresh, CancellationToken cancellationToken = default)
    {
        var required = await IsRequiredAsync(organization, cancellationToken);
        if (required.IsFailure || !required.Value)
        {
            return required.Failure;
        }

        var has = await HasOneAsync(person, isFresh, cancellationToken);
        return has.IsFailure ? has.Failure : has.Value ? null : new SecondFactorRequired();
    }

    public Task<Result<bool>> IsRequiredAsync(OrganizationId organization, CancellationToken cancellationToken = default) => _requiring.GetAsync(organization, cancellationToken);

    public Task<Result<bool>> HasOneAsync(UserId person, bool isFresh, CancellationToken cancellationToken = default) =>
        isFresh ? _having.GetFreshAsync(person, cancellationToken) : _having.GetAsync(person, cancellationToken);

    public void Forget(UserId person) => _having.Forget(person);

    public void Dispose() => _subscription.Dispose();
}
