namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>Whoever wants to know what comes of test sign-ins.</summary>
internal interface ISignInTrials
{
    /// <summary>Takes note of it, of the test that is under way only, and once.</summary>
    /// <returns>Where to go on.</returns>
    Task<ReturnUrl> EndAsync(SignInTrial trial, SignInTrialAnswer answer);
}
