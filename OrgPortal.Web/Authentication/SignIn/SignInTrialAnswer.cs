using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.SignIn;

/// <summary>What came of a test sign-in, as Logto said.</summary>
/// <param name="User">Who signed in; <see langword="null"/> when nobody did.</param>
/// <param name="Address">The address of their account.</param>
/// <param name="Failure">Why nobody did.</param>
internal sealed record SignInTrialAnswer(UserId? User, string? Address, SignInFailure? Failure);
