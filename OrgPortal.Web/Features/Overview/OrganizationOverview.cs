using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Requests;
using OrgPortal.Web.Features.Security;

namespace OrgPortal.Web.Features.Overview;

/// <summary>An organization at a glance, as far as a person may see it. A part that was not asked for is <see langword="null"/>.</summary>
/// <param name="Profile">The organization itself.</param>
/// <param name="People">How many people, and administrators.</param>
/// <param name="Invitations">Open invitations, for those who may invite.</param>
/// <param name="Requests">Open requests, for those who may invite, where there are any to be had.</param>
/// <param name="SecondFactors">The person's own second factors.</param>
/// <param name="Domains">Domains, for those who manage sign-in security.</param>
/// <param name="Movements">Who came and went in the last <see cref="IOrganizationOverviewService.Days"/> days, for those who may see members.</param>
/// <param name="Activity">The last acts, for those who may read the audit log.</param>
/// <param name="Security">Whether a second factor is required, for those who manage sign-in security.</param>
public sealed record OrganizationOverview(
    OverviewPart<OverviewProfile>? Profile = null,
    OverviewPart<OverviewPeople>? People = null,
    OverviewPart<OverviewInvitations>? Invitations = null,
    OverviewPart<RequestTab>? Requests = null,
    OverviewPart<OverviewSecondFactors>? SecondFactors = null,
    OverviewPart<DomainCounts>? Domains = null,
    OverviewPart<MovementCounts>? Movements = null,
    OverviewPart<OverviewActivity>? Activity = null,
    OverviewPart<SecondFactorSummary>? Security = null)
{
    /// <summary>The parts that could not be read.</summary>
    internal OverviewParts Failed =>
        (Profile is { IsFailed: true } ? OverviewParts.Profile : OverviewParts.None)
        | (People is { IsFailed: true } ? OverviewParts.People : OverviewParts.None)
        | (Invitations is { IsFailed: true } ? OverviewParts.Invitations : OverviewParts.None)
        | (Requests is { IsFailed: true } ? OverviewParts.Requests : OverviewParts.None)
        | (SecondFactors is { IsFailed: true } ? OverviewParts.SecondFactors : OverviewParts.None)
        | (Domains is { IsFailed: true } ? OverviewParts.Domains : OverviewParts.None)
        | (Movements is { IsFailed: true } ? OverviewParts.Movements : OverviewParts.None)
        | (Activity is { IsFailed: true } ? OverviewParts.Activity : OverviewParts.None)
        | (Security is { IsFailed: true } ? OverviewParts.Security : OverviewParts.None);

    /// <summary>The same with the parts that were read again. What could not be read again stays as it was.</summary>
    internal OrganizationOverview With(OrganizationOverview newer) => new(
        Newer(Profile, newer.Profile),
        Newer(People, newer.People),
        Newer(Invitations, newer.Invitations),
        Newer(Requests, newer.Requests),
        Newer(SecondFactors, newer.SecondFactors),
        Newer(Domains, newer.Domains),
        Newer(Movements, newer.Movements),
        Newer(Activity, newer.Activity),
        Newer(Security, newer.Security));

    private static OverviewPart<T>? Newer<T>(OverviewPart<T>? before, OverviewPart<T>? now)
        where T : class => now is null or { IsFailed: true } ? before ?? now : now;
}
