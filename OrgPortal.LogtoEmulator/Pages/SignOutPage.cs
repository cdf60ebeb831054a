namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>Ends the session by a form that sends itself, so that no mere link can sign anybody out.</summary>
internal static class SignOutPage
{
    public static Page Create(string address, string secret) => new("Signing out", $"""
        <p>Your session is about to end.</p>
        <form method="post" action="{address}">
          <input type="hidden" name="xsrf" value="{secret}">
          <input type="hidden" name="logout" value="yes">
          <button>Sign out</button>
        </form>
        """)
    {
        SubmitsItself = true,
    };
}
