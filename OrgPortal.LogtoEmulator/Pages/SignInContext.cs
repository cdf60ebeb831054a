using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>What the sign-in pages know beside the request itself.</summary>
/// <param name="ApplicationName">Where the person wants to go.</param>
/// <param name="Organization">Whose branding is shown.</param>
/// <param name="SignedIn">Who has a session in this browser.</param>
/// <param name="AllowsRegistration">Whether people may sign up.</param>
/// <param name="HasSingleSignOn">Whether there is an enterprise connection to sign in with.</param>
/// <param name="People">Help for developers: who there is.</param>
internal sealed record SignInContext(
    string ApplicationName,
    Organization? Organization,
    User? SignedIn,
    bool AllowsRegistration,
    bool HasSingleSignOn,
    IReadOnlyList<KnownPerson> People);
