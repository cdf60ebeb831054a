using System.ComponentModel;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>When a membership is to end.</summary>
internal sealed record MembershipEndRequest(
    [property: Description("In the future, at most five years away.")] DateTimeOffset? EndsAt);
