using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authentication.Visits;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Visits;

internal sealed class VisitService(
    IOperatorGuard operators,
    IOrganizationGuard guard,
    IReauthentication reauthentication,
    ICurrentUser currentUser,
    OperatorVisits visits,
    VisitEnding ending,
    IOrganizationsClient organizations,
    IOrganizationHolds holds,
    IAuditTrail audit,
    IOrganizationEvents events,
    INotices notices,
    IOptions<OperatorOptions> options,
    TimeProvider time) : IVisitService
{
    public async Task<Result<VisitTerms>> GetTermsAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await operators.DenyUnlessOperatorAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        var found = await FindAsync(organization, cancellationToken);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var mine = await visits.FindAsync(organization, (await currentUser.GetAsync())!.Id, cancellationToken: cancellationToken);
        return mine.IsFailure ? mine.Failure : new VisitTerms(organization, found.Value.Name, options.Value.VisitsLastFor, mine.Value?.EndsAt);
    }

    public async Task<Result<Visit>> EnterAsync(OrganizationId organization, string reason)
    {
        if (await operators.DenyUnlessOperatorAsync() is { } denied)
        {
            return denied;
        }

        if (await reauthentication.DenyUnlessRecentAsync(organization, AuditActions.EnterAsOperator) is { } unproved)
        {
            return unproved;
        }

        reason = VisitRules.Clean(reason);
        if (VisitRules.Refuse(reason) is { } invalid)
        {
            return invalid;
        }

        var found = await FindAsync(organization);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var person = (await currentUser.GetAsync())!;
        var mine = await visits.ListOfAsync(organization, person.Id);
        if (mine.IsFailure || mine.Value.Count > 0)
        {
            return mine.Failure ?? new Refused(RefusalReasons.AlreadyInside);
        }

        // As exactly as the store keeps it: what is said is what holds.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var visit = new Visit(Guid.CreateVersion7(now), organization, person.Id, person.Name, reason, now, now + options.Value.VisitsLastFor);
        var begun = await audit.BeginAsync(new AuditAct(
            AuditActions.EnterAsOperator, organization, "organization", organization.Value, found.Value.Name, After: new { reason, insideUntil = visit.EndsAt }));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var entered = await visits.BeginAsync(visit);
        await intent.CompleteAsync(entered.Failure);
        if (entered.IsFailure)
        {
            return entered.Failure;
        }

        VisitEnding.Announce(events, visit);
        await notices.TellAdministratorsAsync(
            new Notice(NoticeKinds.OperatorEntered, organization, new NoticeFacts { PersonId = person.Id.Value, PersonName = person.Name, Date = visit.EndsAt, Reason = reason }), [person.Id]);
        return visit;
    }

    public async Task<Result> LeaveAsync(OrganizationId organization)
    {
        if (await guard.DenyUnlessActiveAsync() is { } denied)
        {
            return denied;
        }

        // Two windows may have gone in at the same moment: whoever leaves is outside.
        var mine = await visits.ListOfAsync(organization, (await currentUser.GetAsync())!.Id);
        if (mine.IsFailure || mine.Value.Count == 0)
        {
            return mine.Failure ?? new NotFound();
        }

        foreach (var visit in mine.Value)
        {
            if (await ending.RunAsync(visit) is { IsFailure: true } left)
            {
                return left;
            }
        }

        return Result.Done;
    }

    public async Task<Result<IReadOnlyList<Visit>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ReadAudit, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await visits.ListAsync(organization, cancellationToken);
    }

    private async Task<Result<Organization>> FindAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (organization == default)
        {
            return new NotFound();
        }

        return await holds.DenyIfHeldAsync(organization, cancellationToken) is { } held ? held : await organizations.GetAsync(organization, cancellationToken).ToResultAsync();
    }
}
