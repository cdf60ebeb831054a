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

        var mine = await FindMineAsync(organization, cancellationToken);
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
        var mine = await visits.FindAsync(organization, person.Id, isFresh: true);
        if (mine.IsFailure || mine.Value is not null)
        {
            return mine.Failure ?? new Refused(RefusalReasons.AlreadyInside);
        }

        // As exactly as the store keeps it: what is said is what holds.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var visit = new Visit(Guid.CreateVersion7(now), organization, person.Id, person.Name, reason, now, now + options.Value.VisitsLastFor);
        var begun = await audit.BeginAsync(ActOf(AuditActions.EnterAsOperator, found.Value, new { reason, insideUntil = visit.EndsAt }));
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

        Announce(visit);
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

        var mine = await FindMineAsync(organization);
        if (mine.IsFailure || mine.Value is not { } visit)
        {
            return mine.Failure ?? new NotFound();
        }

        return await EndAsync(visit);
    }

    public async Task<Result<IReadOnlyList<Visit>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyReadUnlessAsync(organization, OrganizationPermissions.ReadAudit, cancellationToken) is { } denied)
        {
            return denied;
        }

        return await visits.ListAsync(organization, cancellationToken);
    }

    /// <summary>Ends a visit, and puts it on record: as the operator's act, or as the portal's where nobody is signed in.</summary>
    public async Task<Result> EndAsync(Visit visit)
    {
        var begun = await audit.BeginAsync(new AuditAct(AuditActions.LeaveAsOperator, visit.Organization, "organization", visit.Organization.Value, After: new { operatorName = visit.OperatorName, beganAt = visit.BeganAt }));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var ended = await visits.EndAsync(visit);
        await intent.CompleteAsync(ended.Failure);
        Announce(visit);
        return ended.IsFailure ? ended.Failure : Result.Done;
    }

    private static AuditAct ActOf(string action, Organization organization, object after) =>
        new(action, organization.Id, "organization", organization.Id.Value, organization.Name, After: after);

    private async Task<Result<Organization>> FindAsync(OrganizationId organization, CancellationToken cancellationToken = default)
    {
        if (organization == default)
        {
            return new NotFound();
        }

        return await holds.DenyIfHeldAsync(organization, cancellationToken) is { } held ? held : await organizations.GetAsync(organization, cancellationToken).ToResultAsync();
    }

    private async Task<Result<Visit?>> FindMineAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        await visits.FindAsync(organization, (await currentUser.GetAsync())!.Id, cancellationToken: cancellationToken);

    // Whoever had rights by it reads them again, and whoever is told of it looks again.
    private void Announce(Visit visit)
    {
        events.Publish(new VisitsChanged(visit.Organization));
        events.Publish(new MembersChanged(visit.Organization, visit.Operator));
    }
}
