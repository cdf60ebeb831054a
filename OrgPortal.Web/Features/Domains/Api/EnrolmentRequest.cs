using System.ComponentModel;

namespace OrgPortal.Web.Features.Domains.Api;

/// <summary>Who may join with an address of a verified domain.</summary>
internal sealed record EnrolmentRequest(
    [property: Description("nothing: invited people only; ask: people ask, and an administrator approves; automatic: whoever signs up joins by that.")] string? Enrolment,
    [property: Description("For automatic: the ids of the roles of everybody who joins by any domain of the organization. Otherwise not looked at.")] IReadOnlyList<string>? RoleIds = null);
