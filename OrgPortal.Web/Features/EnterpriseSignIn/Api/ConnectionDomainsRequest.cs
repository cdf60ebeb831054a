using System.ComponentModel;

namespace OrgPortal.Web.Features.EnterpriseSignIn.Api;

/// <summary>Whose addresses are sent through a connection.</summary>
internal sealed record ConnectionDomainsRequest([property: Description("Domains that the organization has verified, at least one.")] IReadOnlyList<string>? Domains);
