using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Members;

/// <summary>Tells whoever set the day, and the person, what becomes of a membership with an end. Best effort, as notices are.</summary>
internal sealed class MembershipNews(INotices notices, IOrganizationsClient organizations, IUsersClient users, TimeProvider time)
{
    /// <summary>It ends soon.</summary>
    public async Task RemindAsync(MembershipTerm term)
    {
        var user = await users.GetAsync(UserId.Parse(term.UserId, null)).ToResultAsync();
        var name = user.IsFailure ? null : user.Value.Name ?? user.Value.PrimaryEmail ?? user.Value.Username;
        // The last day, not the midnight after it. How many days are left tells the two reminders apart.
        var days = (int)Math.Ceiling((term.EndsAt - time.GetUtcNow()).TotalDays);
        await notices.TellAsync(Both(term), Notice(NoticeKinds.MembershipEnding, term, name) with { Once = $"{NoticeKinds.MembershipEnding}:{OnceOf(term)}:{(days > 1 ? 7 : 1)}" });
    }

    /// <summary>It has ended.</summary>
    public async Task TellEndedAsync(MembershipTerm term, PresentMember member)
    {
        var organization = await organizations.GetAsync(OrganizationId.Parse(term.OrganizationId, null)).ToResultAsync();
        var notice = Notice(NoticeKinds.MembershipEnded, term, member.Name);
        await notices.TellAsync(Both(term), notice with
        {
            Facts = notice.Facts with { OrganizationName = organization.IsFailure ? null : organization.Value.Name },
            Once = $"{NoticeKinds.MembershipEnded}:{OnceOf(term)}",
        });
    }

    /// <summary>It should have ended, but nobody else administers the organization.</summary>
    public async Task TellNotEndedAsync(MembershipTerm term, PresentMember member)
    {
        var notice = Notice(NoticeKinds.MembershipNotEnded, term, member.Name) with { Once = $"{NoticeKinds.MembershipNotEnded}:{OnceOf(term)}" };
        var told = await notices.TellAdministratorsAsync(notice);
        await notices.TellAsync([.. new[] { UserId.Parse(term.SetById, null) }.Except(told)], notice);
    }

    private static Notice Notice(string kind, MembershipTerm term, string? name) => new(kind, OrganizationId.Parse(term.OrganizationId, null), new NoticeFacts
    {
        PersonId = term.UserId,
        PersonName = name ?? term.UserId,
        Date = term.EndsAt.AddSeconds(-1),
    });

    private static IReadOnlyList<UserId> Both(MembershipTerm term) => [.. new[] { UserId.Parse(term.SetById, null), UserId.Parse(term.UserId, null) }.Distinct()];

    private static string OnceOf(MembershipTerm term) => FormattableString.Invariant($"{term.OrganizationId}:{term.UserId}:{term.EndsAt.ToUnixTimeMilliseconds()}");
}
