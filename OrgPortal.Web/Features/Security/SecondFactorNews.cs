using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Security;

/// <summary>Tells people what becomes of a required second factor. Best effort, as notices are.</summary>
internal sealed class SecondFactorNews(INotices notices)
{
    /// <summary>They are asked to set one up.</summary>
    /// <param name="organization">By whom.</param>
    /// <param name="people">Who.</param>
    /// <param name="from">From when on it is required, if that is so.</param>
    public Task RemindAsync(OrganizationId organization, IReadOnlyList<UserId> people, DateTimeOffset? from) => notices.TellAsync(
        people, new Notice(from is null ? NoticeKinds.SecondFactorAsked : NoticeKinds.SecondFactorDue, organization, new NoticeFacts { Date = from }));

    /// <summary>The day had come, and it is required now.</summary>
    public async Task TellEnforcedAsync(OrganizationId organization, SecondFactorPlan plan)
    {
        var notice = new Notice(NoticeKinds.SecondFactorRequired, organization, NoticeFacts.None) { Once = OnceOf(NoticeKinds.SecondFactorRequired, plan) };
        var told = await notices.TellAdministratorsAsync(notice);
        await notices.TellAsync([.. new[] { UserId.Parse(plan.SetById, null) }.Except(told)], notice);
    }

    /// <summary>The day had come, and it could not be required.</summary>
    public async Task TellNotEnforcedAsync(OrganizationId organization, SecondFactorPlan plan)
    {
        var notice = new Notice(NoticeKinds.SecondFactorNotRequired, organization, new NoticeFacts { Date = plan.TakesEffectAt }) { Once = OnceOf(NoticeKinds.SecondFactorNotRequired, plan) };
        await notices.TellAdministratorsAsync(notice);
    }

    /// <summary>It is not required any more.</summary>
    public Task TellLiftedAsync(OrganizationId organization, Person by) => notices.TellAdministratorsAsync(
        new Notice(NoticeKinds.SecondFactorLifted, organization, new NoticeFacts { PersonId = by.Id.Value, PersonName = by.Name }), [by.Id]);

    private static string OnceOf(string kind, SecondFactorPlan plan) => FormattableString.Invariant($"{kind}:{plan.OrganizationId}:{plan.TakesEffectAt.ToUnixTimeMilliseconds()}");
}
