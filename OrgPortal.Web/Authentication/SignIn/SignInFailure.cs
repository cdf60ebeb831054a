namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>Why a sign-in did not come about, as far as a person can do something about it.</summary>
internal enum SignInFailure
{
    /// <summary>Logto said no, for a reason that only the operator understands.</summary>
    Refused,

    /// <summary>The person turned back.</summary>
    Cancelled,

    /// <summary>Somebody who is signed in turned back from signing in again, to confirm who they are or as somebody else.</summary>
    Unconfirmed,

    /// <summary>It took too long, was begun in another browser, or was done already.</summary>
    Expired,

    /// <summary>Logto did not answer.</summary>
    Unavailable,
}
