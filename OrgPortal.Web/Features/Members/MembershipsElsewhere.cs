using OrgPortal.Web.Audit;
using OrgPortal.Web.Events;
using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Locks;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// Keeps what Logto tells of memberships that began or ended in Logto itself: since when, and who was there. News are a hint: the portal's own acts come back
/// as news, they may be old and come twice. So what is recorded already is left alone, and whether somebody belongs to it is asked.
/// </summary>
internal sealed partial class MembershipsElsewhere(
    IMovements movements,
    IOrganizationLocks locks,
    FormerMembers former,
    IOrganizationMembersClient members,
    IOrganizationRolesClient template,
    IUsersClient users,
    IAuditTrail audit,
    IOrganizationEvents events,
    ILogger<MembershipsElsewhere> logger)
{
    /// <summary>People of one piece of news that are looked at; Logto names up to five thousand, and each of them costs calls.</summary>
    public const int MostPeople = 100;

    /// <summary>Best effort: what Logto or the store does not answer for is not known, as without news.</summary>
    /// <param name="organization">Where.</param>
    /// <param name="added">Who came, as Logto says.</param>
    /// <param name="removed">Who went.</param>
    public async Task KeepAsync(OrganizationId organization, IReadOnlySet<UserId> added, IReadOnlySet<UserId> removed)
    {
        var people = added.Union(removed).Take(MostPeople).ToList();
        if (people.Count == 0)
        {
            return;
        }

        // Before anything that waits: most news are of the portal's own acts.
        var known = await movements.ListLastAsync(organization, people);
        if (known.IsFailure)
        {
            return;
        }

        foreach (var person in people.Where(person => IsNews(known.Value.GetValueOrDefault(person), added.Contains(person), removed.Contains(person))))
        {
            if (await KeepOneAsync(organization, person, added.Contains(person), removed.Contains(person)) is { } failure)
            {
                LogBrokenOff(failure.Code);
                return;
            }
        }

        if (added.Count + removed.Count > MostPeople)
        {
            LogLeftOut(added.Count + removed.Count - MostPeople);
        }
    }

    // Whoever is in both lists, which Logto does not do, is looked at as what they are.
    private static bool IsNews(Movement? last, bool cameMaybe, bool wentMaybe) => (cameMaybe && last?.IsMember is not true) || (wentMaybe && last?.IsMember is not false);

    private async Task<Failure?> KeepOneAsync(OrganizationId organization, UserId person, bool cameMaybe, bool wentMaybe)
    {
        // An act of the portal that is under way ends first, and is on record then; of two deliveries the second finds the record of the first.
        var held = await locks.HoldAsync(organization);
        if (held.IsFailure)
        {
            return held.Failure;
        }

        bool kept;
        await using (held.Value)
        {
            var known = await movements.ListLastAsync(organization, [person]);
            if (known.IsFailure)
            {
                return known.Failure;
            }

            var last = known.Value.GetValueOrDefault(person);
            if (!IsNews(last, cameMaybe, wentMaybe))
            {
                return null;
            }

            var asking = users.GetAsync(person).ToResultAsync();
            var roles = await members.ListRolesAsync(organization, person).ToResultAsync();
            var account = await asking;
            if (roles.Failure is not (null or NotFound) || account.Failure is not (null or NotFound))
            {
                return roles.Failure is not (null or NotFound) ? roles.Failure : account.Failure;
            }

            kept = roles.IsFailure
                ? wentMaybe && last?.IsMember is not false && await KeepRemovalAsync(organization, person, account.IsFailure ? null : account.Value, last)
                : cameMaybe && last?.IsMember is not true && await KeepJoiningAsync(organization, person, account.IsFailure ? null : account.Value, roles.Value);
        }

        if (kept)
        {
            // Pages that read when the news came know more now.
            events.Publish(new MembersChanged(organization, person));
        }

        return null;
    }

    private async Task<bool> KeepJoiningAsync(OrganizationId organization, UserId person, User? account, IReadOnlyList<OrganizationRole> roles)
    {
        var names = roles.Select(role => role.Name).Order(StringComparer.Ordinal).ToList();
        var recorded = await audit.RecordElsewhereAsync(new AuditAct(AuditActions.JoinInLogto, organization, "member", person.Value, NameOf(account), After: new { roles = names }));
        if (!recorded.IsFailure)
        {
            await former.ForgetAsync(organization, person);
        }

        return !recorded.IsFailure;
    }

    private async Task<bool> KeepRemovalAsync(OrganizationId organization, UserId person, User? account, Movement? last)
    {
        if (account is null && last is null)
        {
            // Nobody knows anything of them.
            return false;
        }

        var names = last?.RoleNames ?? [];
        var recorded = await audit.RecordElsewhereAsync(
            new AuditAct(AuditActions.LeaveInLogto, organization, "member", person.Value, NameOf(account), names.Count == 0 ? null : new { roles = names }));
        if (recorded.IsFailure)
        {
            return false;
        }

        // Logto has forgotten the roles; the portal knows those it gave, by name.
        IReadOnlyList<OrganizationRole> roles = [];
        if (names.Count > 0 && await template.ListAsync().ToResultAsync() is { IsFailure: false } known)
        {
            roles = [.. known.Value.Where(role => names.Contains(role.Name))];
        }

        await former.KeepAsync(organization, new PresentMember(person, NameOf(account), roles, account?.PrimaryEmail), FormerMembers.InLogto, null, null);
        return true;
    }

    private static string? NameOf(User? account) => account?.Name ?? account?.PrimaryEmail ?? account?.Username;

    [LoggerMessage(Level = LogLevel.Warning, Message = "News of memberships were not kept to their end: {Reason}.")]
    private partial void LogBrokenOff(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "News of memberships named more people than are kept of one piece of news; {Count} were left out.")]
    private partial void LogLeftOut(int count);
}
