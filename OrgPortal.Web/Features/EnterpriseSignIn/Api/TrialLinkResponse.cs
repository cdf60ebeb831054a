using System.ComponentModel;

namespace OrgPortal.Web.Features.EnterpriseSignIn.Api;

/// <summary>Where a test sign-in begins.</summary>
internal sealed record TrialLinkResponse(
    [property: Description("To be opened in a browser; good once.")] Uri Url,
    [property: Description("Until when.")] DateTimeOffset EndsAt);
