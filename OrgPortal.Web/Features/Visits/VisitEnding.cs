using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication.Visits;
using OrgPortal.Web.Events;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Visits;

/// <summary>Ends visits. Whoever calls has asked whose it is, or acts for the portal itself because the time is over.</summary>
internal sealed class VisitEnding(OperatorVisits visits, IAuditTrail audit, IOrganizationEvents events)
{
    /// <summary>Ends it, and puts that on record: as the operator's act, or as the portal's where nobody is signed in.</summary>
    public async Task<Result> RunAsync(Visit visit)
    {
        var begun = await audit.BeginAsync(new AuditAct(AuditActions.LeaveAsOperator, visit.Organization, "organization", visit.Organization.Value, After: new { operatorName = visit.OperatorName, beganAt = visit.BeganAt }));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var intent = begun.Value;
        var ended = await visits.EndAsync(visit);
        await intent.CompleteAsync(ended.Failure);
        Announce(events, visit);
        return ended;
    }

    /// <summary>Whoever has rights by it reads them again, and whoever is told of it looks again.</summary>
    public static void Announce(IOrganizationEvents events, Visit visit)
    {
        events.Publish(new VisitsChanged(visit.Organization));
        events.Publish(new MembersChanged(visit.Organization, visit.Operator));
    }
}
