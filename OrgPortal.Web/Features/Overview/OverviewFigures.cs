using System.Globalization;
using Microsoft.Extensions.Localization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Features.Domains;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Requests;
using OrgPortal.Web.Features.Security;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Overview;

/// <summary>An overview in numbers and words. What a person may not see is left out.</summary>
internal sealed class OverviewFigures(IStringLocalizer<OverviewText> texts, MemberWords members, SecondFactorWords security)
{
    private const int Lately = 30;

    /// <summary>The figures, in the order they are shown.</summary>
    public IReadOnlyList<Figure> Of(OrganizationId organization, OrganizationOverview overview, TimeZoneInfo? zone = null) =>
    [
        .. Of(overview.People, texts["People"], IconName.People, people => people.Count is { } count ? People(organization, count, overview) : null),
        .. Of(overview.People is { IsFailed: true } ? null : overview.People, texts["Administrators"], IconName.Key, Administrators),
        .. Of(overview.Invitations, texts["Invitations"], IconName.Mail, invitations => Invitations(organization, invitations)),
        .. Of(overview.Requests, texts["Requests"], IconName.Person, requests => Requests(organization, requests)),
        .. Of(overview.SecondFactors, texts["SecondFactor"], IconName.Shield, SecondFactor),
        .. Of(overview.Domains, texts["Domains"], IconName.Globe, domains => Domains(organization, domains)),
        .. Of(overview.Security, texts["Required"], IconName.Lock, summary => Required(organization, summary, zone)),
    ];

    private IEnumerable<Figure> Of<T>(OverviewPart<T>? part, string label, IconName icon, Func<T, Figure?> describe)
        where T : class => part switch
        {
            { IsFailed: true } => [new Figure(icon, label, "–", texts["NotRead"])],
            { Value: { } value } when describe(value) is { } figure => [figure],
            _ => [],
        };

    private Figure People(OrganizationId organization, int count, OrganizationOverview overview)
    {
        var lately = overview.Movements?.Value?.Days.Where(day => day.Age < Lately).Sum(day => day.Came);
        return new Figure(IconName.People, texts["People"], Number(count), (count, lately) switch
        {
            (1, _) => texts["OnlyYou"],
            (_, 1) => texts["JoinedLatelyOne", Lately],
            (_, > 1 and { } many) => texts["JoinedLately", many, Lately],
            _ => texts["BelongHere"],
        }, PeoplePaths.Members(organization));
    }

    private Figure Invitations(OrganizationId organization, OverviewInvitations invitations) => new(
        IconName.Mail,
        texts["Invitations"],
        invitations.Open is { } open ? Number(open) : texts["Many"],
        texts[invitations.Open switch { null => "TooManyInvitations", 0 => "NoInvitations", _ => "InvitationsWait" }],
        PeoplePaths.Invitations(organization));

    private Figure? Requests(OrganizationId organization, RequestTab requests) => requests.IsShown
        ? new Figure(
            IconName.Person, texts["Requests"], Number(requests.Open), texts[requests.Open == 0 ? "NoRequests" : "RequestsWait"], PeoplePaths.Requests(organization),
            requests.Open == 0 ? Tone.Neutral : Tone.Accent)
        : null;

    private Figure SecondFactor(OverviewSecondFactors factors) => factors.Types.Count == 0
        ? new Figure(IconName.Shield, texts["SecondFactor"], texts["Off"], texts["NoSecondFactor"], Tone: Tone.Warning)
        : new Figure(IconName.Shield, texts["SecondFactor"], texts["On"], members.Join(factors.Types.Select(type => members.NameOf(new SecondFactor(type))).Distinct()), Tone: Tone.Success);

    private Figure Administrators(OverviewPeople people) => new(
        IconName.Key,
        texts["Administrators"],
        people.AreThereMore ? texts["AtLeast", people.Administrators] : Number(people.Administrators),
        texts[people.Administrators switch { 0 => "NoAdministrator", 1 => "OneAdministrator", _ => "SeveralAdministrators" }],
        Tone: people.Administrators < 2 ? Tone.Warning : Tone.Neutral);

    private Figure Domains(OrganizationId organization, DomainCounts domains) => new(
        IconName.Globe,
        texts["Domains"],
        Number(domains.Verified),
        domains switch
        {
            { Listed: 0 } => texts["NoDomains"],
            { Verified: 0 } => texts["DomainsWait"],
            { Verified: 1, Listed: 1 } => texts["DomainVerified"],
            _ => texts["DomainsVerified", domains.Verified, domains.Listed],
        },
        DomainPaths.Domains(organization),
        domains.Verified < domains.Listed ? Tone.Warning : Tone.Neutral);

    private Figure Required(OrganizationId organization, SecondFactorSummary summary, TimeZoneInfo? zone) => new(
        IconName.Lock,
        texts["Required"],
        summary switch
        {
            { IsRequired: true } => texts["RequiredNow"],
            { From: { } from } => texts["RequiredFrom", security.Day(from, zone)],
            _ => texts["RequiredNot"],
        },
        summary.Tally is null ? texts["NotCounted"] : security.Headline(summary.Tally),
        SecondFactorPaths.Settings(organization),
        summary is { Tally: { Without: > 0 } } and ({ IsRequired: true } or { From: not null }) ? Tone.Warning : Tone.Neutral);

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
