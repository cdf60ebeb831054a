using System.ComponentModel;
using OrgPortal.Web.Features.Security;

namespace OrgPortal.Web.Features.Overview.Api;

/// <summary>An organization at a glance.</summary>
internal sealed record OverviewResponse(
    [property: Description("When it was created.")] DateTimeOffset? CreatedAt,
    [property: Description("Whether it has a logo.")] bool? HasLogo,
    [property: Description("Members. Null without members.read.")] int? Members,
    [property: Description("Those of them who administer it; no more than ten are counted.")] int? Administrators,
    [property: Description("Invitations that wait for an answer. Null without members.invite, and where there are too many to count.")] int? OpenInvitations,
    [property: Description("Requests to join that wait for an answer. Null without members.invite, and where nobody can ask.")] int? OpenJoinRequests,
    [property: Description("Whether the caller has a second factor.")] bool? HasSecondFactor,
    [property: Description("Domains that are proven to be its own. Null without security.manage.")] int? VerifiedDomains,
    [property: Description("Whether a second factor is required of every member. Null without security.manage.")] bool? SecondFactorRequired,
    [property: Description("From when on it will be, if a day is set.")] DateTimeOffset? SecondFactorRequiredFrom,
    [property: Description("Members without one, by the last count that came to its end; null without one.")] int? MembersWithoutSecondFactor,
    [property: Description("Members day by day, the oldest first, at most 90 days; begins where the portal's records begin. Null without members.read.")] IReadOnlyList<DayOfMembersResponse>? MembersOverTime,
    [property: Description("What could not be read just now: profile, people, invitations, requests, secondFactors, domains, movements, security. Its fields are null.")] IReadOnlyList<string> Unavailable)
{
    /// <summary>Maps it.</summary>
    public static OverviewResponse From(OrganizationOverview overview) => new(
        overview.Profile?.Value?.CreatedAt,
        overview.Profile?.Value?.HasLogo,
        overview.People?.Value?.Count,
        overview.People?.Value?.Administrators,
        overview.Invitations?.Value?.Open,
        overview.Requests?.Value is { IsShown: true } requests ? requests.Open : null,
        overview.SecondFactors?.Value is { } factors ? factors.Types.Count > 0 : null,
        overview.Domains?.Value?.Verified,
        overview.Security?.Value?.IsRequired,
        overview.Security?.Value?.From,
        overview.Security?.Value?.Tally is { State: SecondFactorCountState.Done } counted ? counted.Without : null,
        MemberLine.Of(overview)?.Points.Select(point => new DayOfMembersResponse(point.At, (int)point.Value)).ToArray(),
        [.. Enum.GetValues<OverviewParts>().Where(part => int.IsPow2((int)part) && overview.Failed.HasFlag(part)).Select(part => char.ToLowerInvariant(part.ToString()[0]) + part.ToString()[1..])]);
}
