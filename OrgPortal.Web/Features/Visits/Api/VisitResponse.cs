using System.ComponentModel;
using OrgPortal.Web.Authentication.Visits;

namespace OrgPortal.Web.Features.Visits.Api;

/// <summary>An operator inside an organization.</summary>
internal sealed record VisitResponse(
    [property: Description("Its id, as records of the audit trail carry it.")] Guid Id,
    [property: Description("The operator's id in Logto.")] string OperatorId,
    [property: Description("What the operator is called.")] string OperatorName,
    [property: Description("Why.")] string Reason,
    [property: Description("Since when.")] DateTimeOffset BeganAt,
    [property: Description("From then on it is over.")] DateTimeOffset EndsAt)
{
    /// <summary>Maps it.</summary>
    public static VisitResponse From(Visit visit) => new(visit.Id, visit.Operator.Value, visit.OperatorName, visit.Reason, visit.BeganAt, visit.EndsAt);
}
