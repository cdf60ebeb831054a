using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>Who the person behind a token is: an access token names nobody, and lives on when the account does not.</summary>
internal interface IBearerPeople
{
    /// <summary>
    /// The person, as Logto said at most a minute ago; <see langword="null"/> when the account is suspended or gone. When Logto does not answer: as it said last,
    /// or somebody of whom only the id is known.
    /// </summary>
    ValueTask<Person?> FindAsync(UserId person);
}
