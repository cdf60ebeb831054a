using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Security;

/// <summary>What the second factor adds to every page of an organization.</summary>
internal sealed class SecondFactorShell : IOrganizationGate
{
    public Type? Note => typeof(SecondFactorNote);

    public Type? Closed => typeof(SecondFactorClosed);
}
