using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Notices;

/// <summary>
/// Tells people in the portal what happened: the bell of their open pages, and the page of notices. Best effort: a notice that cannot be kept
/// is logged and lost, and the act it tells of is not harmed. Told after the act and outside the organization's lock.
/// </summary>
public interface INotices
{
    /// <summary>Tells these people: the inviter, the person concerned. The person who acts is not left out.</summary>
    Task TellAsync(IReadOnlyCollection<UserId> people, Notice notice);

    /// <summary>
    /// Tells the organization's administrators: at most 50 of them, found with one call to Logto as a rule, also among 100,000 members.
    /// </summary>
    /// <param name="notice">What.</param>
    /// <param name="except">Who is left out: whoever acts, whoever was told already.</param>
    /// <returns>Whom it told, or would have told again; nobody when Logto or the store do not answer.</returns>
    Task<IReadOnlyList<UserId>> TellAdministratorsAsync(Notice notice, IReadOnlyCollection<UserId>? except = null);
}
