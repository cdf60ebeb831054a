using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Visits;

/// <summary>An operator inside an organization, for a while and for a reason.</summary>
/// <param name="Id">Its id, as records of the audit trail carry it.</param>
/// <param name="Organization">Where.</param>
/// <param name="Operator">Who.</param>
/// <param name="OperatorName">What the person is called.</param>
/// <param name="Reason">Why, in the operator's words.</param>
/// <param name="BeganAt">Since when.</param>
/// <param name="EndsAt">From then on it is over.</param>
public sealed record Visit(Guid Id, OrganizationId Organization, UserId Operator, string OperatorName, string Reason, DateTimeOffset BeganAt, DateTimeOffset EndsAt);
