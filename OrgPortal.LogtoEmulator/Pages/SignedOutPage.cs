namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>Where a sign-out ends that no application asked to come back from.</summary>
internal static class SignedOutPage
{
    public static Page Create() => new("You are signed out", $"<p>You may close this page.</p>");
}
