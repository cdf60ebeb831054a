using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Visits;

/// <summary>What stands above every page of an organization while an operator is inside. It closes nothing.</summary>
internal sealed class VisitGate : IOrganizationGate
{
    public Type? Note => typeof(VisitNote);

    public Type? Closed => null;
}
