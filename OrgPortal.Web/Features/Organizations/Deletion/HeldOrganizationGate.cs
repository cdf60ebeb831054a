using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Organizations.Deletion;

/// <summary>What stands instead of the pages of an organization that was deleted and can be restored, for whoever may do that.</summary>
internal sealed class HeldOrganizationGate : IOrganizationGate
{
    public Type? Note => null;

    public Type? Closed => typeof(HeldNotice);
}
