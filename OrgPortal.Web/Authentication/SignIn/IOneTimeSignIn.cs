namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>Keeps one-time tokens of Logto on the way from a form to the sign-in.</summary>
public interface IOneTimeSignIn
{
    /// <summary>
    /// Keeps a token for this browser's next sign-in with the address, for as long as it is good: encrypted in a cookie, so that it stands in no address of the
    /// portal and no other site can start a sign-in with it. Only while the answer to a request has not begun.
    /// </summary>
    /// <returns>Whether it is kept.</returns>
    bool Keep(string address, string token, TimeSpan lifetime);
}
