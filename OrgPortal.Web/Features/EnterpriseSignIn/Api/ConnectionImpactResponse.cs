using System.ComponentModel;

namespace OrgPortal.Web.Features.EnterpriseSignIn.Api;

/// <summary>Whom it concerns when a connection is switched off or deleted.</summary>
internal sealed record ConnectionImpactResponse(
    [property: Description("How many members have an address of its domains.")] int Members,
    [property: Description("A few of them.")] IReadOnlyList<string> Names);
