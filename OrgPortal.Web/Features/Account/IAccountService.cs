using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Account;

/// <summary>
/// The signed-in person's own account. Who that is comes from the session and from nowhere else: no method takes a person, so nobody can touch
/// another's account. Changes are made by whoever is signed in and not suspended.
/// </summary>
public interface IAccountService
{
    /// <summary>The account, as Logto has it now.</summary>
    Task<Result<AccountProfile>> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Changes name and picture. Every session and every open page shows them from then on.</summary>
    /// <returns><see cref="Invalid"/> for <c>name</c> (<c>required</c>, <c>too_long</c>, <c>control_characters</c>) and <c>avatarUrl</c> (<c>https_required</c>, <c>too_long</c>).</returns>
    Task<Result> UpdateAsync(AccountForm form);

    /// <summary>Lets Logto speak this language with the person, in its mails and on its pages.</summary>
    /// <param name="culture">One of the portal's languages; another is <see cref="Invalid"/> for <c>culture</c>.</param>
    Task<Result> UseLanguageAsync(string culture);

    /// <summary>Where the person is signed in. Without an answer from Logto the portal's own sessions are listed, and it is said that these may not be all.</summary>
    Task<Result<AccountSessionList>> ListSessionsAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends one, here and at Logto, so that nobody signs in again without a question. One that is not the person's, or has ended before, is left alone
    /// without a word. When Logto does not answer, nothing is ended.
    /// </summary>
    /// <param name="session">The id from <see cref="ListSessionsAsync"/>.</param>
    Task<Result> EndSessionAsync(string session);

    /// <summary>Ends all but the one that asks.</summary>
    Task<Result> EndOtherSessionsAsync();
}
