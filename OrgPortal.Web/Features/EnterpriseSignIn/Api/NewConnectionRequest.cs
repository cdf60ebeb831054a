using System.ComponentModel;

namespace OrgPortal.Web.Features.EnterpriseSignIn.Api;

/// <summary>A connection that is to be set up.</summary>
internal sealed record NewConnectionRequest(
    [property: Description("What to call it: 1 to 60 characters.")] string? Name,
    [property: Description("oidc or saml.")] string? Kind);
