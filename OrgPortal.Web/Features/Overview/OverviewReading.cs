using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Invitations;
using OrgPortal.Web.Features.Requests;
using OrgPortal.Web.Features.Security;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Overview;

/// <summary>
/// Reads the parts, all at the same time: the overview takes as long as its slowest part. Each part is asked of the service whose it is, which asks the guard by itself; the
/// person's rights were read by then, and are not read again.
/// </summary>
internal sealed class OverviewReading(
    PeopleReading people,
    IInvitationService invitations,
    IJoinRequestService requests,
    IDomainService domains,
    ISecondFactorService security,
    IAuditService audit,
    IOrganizationsClient organizations,
    IUsersClient users)
{
    public async Task<OrganizationOverview> ReadAsync(OrganizationId organization, UserId me, OverviewParts parts, CancellationToken cancellationToken)
    {
        var profile = ReadAsync(OverviewParts.Profile, () => ReadProfileAsync(organization, cancellationToken));
        var count = ReadAsync(OverviewParts.People, () => people.CountAsync(organization, cancellationToken));
        var invited = ReadAsync(OverviewParts.Invitations, () => ReadInvitationsAsync(organization, cancellationToken));
        var asked = ReadAsync(OverviewParts.Requests, () => requests.CountAsync(organization, cancellationToken));
        var factors = ReadAsync(OverviewParts.SecondFactors, () => ReadSecondFactorsAsync(me, cancellationToken));
        var claimed = ReadAsync(OverviewParts.Domains, () => domains.CountAsync(organization, cancellationToken));
        var moved = ReadAsync(OverviewParts.Movements, () => people.CountMovementsAsync(organization, cancellationToken));
        var happened = ReadAsync(OverviewParts.Activity, () => ReadActivityAsync(organization, cancellationToken));
        var secured = ReadAsync(OverviewParts.Security, () => security.SummarizeAsync(organization, cancellationToken));
        return new OrganizationOverview(await profile, await count, await invited, await asked, await factors, await claimed, await moved, await happened, await secured);

        async Task<OverviewPart<T>?> ReadAsync<T>(OverviewParts part, Func<Task<Result<T>>> read)
            where T : class => parts.HasFlag(part) ? OverviewPart<T>.Of(await read()) : null;
    }

    private async Task<Result<OverviewProfile>> ReadProfileAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var found = await organizations.GetAsync(organization, cancellationToken).ToResultAsync();
        return found.IsFailure ? found.Failure : new OverviewProfile(found.Value.CreatedAt, !string.IsNullOrEmpty(found.Value.Branding?.LogoUrl));
    }

    private async Task<Result<OverviewInvitations>> ReadInvitationsAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var open = await invitations.CountOpenAsync(organization, cancellationToken);
        return open.IsFailure ? open.Failure : new OverviewInvitations(open.Value);
    }

    private async Task<Result<OverviewSecondFactors>> ReadSecondFactorsAsync(UserId me, CancellationToken cancellationToken)
    {
        var found = await users.ListSecondFactorsAsync(me, cancellationToken).ToResultAsync();
        return found.IsFailure ? found.Failure : new OverviewSecondFactors([.. found.Value.Select(factor => factor.Type).Distinct()]);
    }

    private async Task<Result<OverviewActivity>> ReadActivityAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var latest = await audit.ListLatestAsync(organization, cancellationToken);
        return latest.IsFailure ? latest.Failure : new OverviewActivity(latest.Value);
    }
}
