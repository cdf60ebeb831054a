using OrgPortal.LogtoEmulator.OpenId;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>Sign-up: an identifier and a password, and a code where the tenant verifies addresses.</summary>
internal static class RegisterPage
{
    public static Page Create(Interaction interaction, SignInContext about, SignUpRules rules, string? identifier, string? error) =>
        new($"Create an account for {about.ApplicationName}", $"""
            {Problem.Of(error)}
            <form method="post" action="/register">
              <input type="hidden" name="interaction" value="{interaction.Uid}">
              <label for="identifier">{rules.Label}</label>
              <input id="identifier" name="identifier" type="{rules.InputType}" value="{identifier}" autocomplete="username" autocapitalize="none" required>
              {(rules.AsksPassword ? PasswordField : Markup.None)}
              <button type="submit">Create account</button>
            </form>
            <p class="links">You have an account? <a href="/sign-in">Sign in</a></p>
            """)
        {
            Organization = about.Organization,
        };

    public static Page AskCode(Interaction interaction, string recipient, string? error) => new("Check your mail", $"""
        {Problem.Of(error)}
        <p>A code was sent to {recipient}. It lies in the <a href="/mailbox?to={Uri.EscapeDataString(recipient)}" target="_blank">mailbox</a>.</p>
        <form method="post" action="/register/verify">
          <input type="hidden" name="interaction" value="{interaction.Uid}">
          <label for="code">Code</label>
          <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required autofocus>
          <button type="submit">Verify</button>
        </form>
        <p class="links"><a href="/register">Use another address</a></p>
        """);

    public static Page Closed() => new("Sign-up is closed", $"""
        <p>New accounts are made by invitation only.</p>
        <p><a href="/sign-in">Sign in</a></p>
        """);

    private static Markup PasswordField => $"""
        <label for="password">Password</label>
        <input id="password" name="password" type="password" minlength="8" autocomplete="new-password" aria-describedby="password-rule" required>
        <p id="password-rule" class="muted">At least 8 characters.</p>
        """;
}
