using System.ComponentModel;

namespace OrgPortal.Web.Features.EnterpriseSignIn.Api;

/// <summary>A connection that is to be opened.</summary>
internal sealed record ActivationRequest(
    [property: Description("The ids of the roles of everybody who becomes a member by signing in, whichever way; none above the caller's own permissions.")] IReadOnlyList<string>? RoleIds);
