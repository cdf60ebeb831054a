using OrgPortal.LogtoEmulator.OpenId;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>Asks to set up a second factor. Here a button stands for scanning a secret and typing a code.</summary>
internal static class SetUpFactorPage
{
    public static Page Create(Interaction interaction) =>
        new("Set up a second factor", $"""
            <p>An organization that you belong to requires one.</p>
            <p class="muted">In a real Logto you scan a code with an authenticator app, or make a passkey. Here a button does it.</p>
            <form method="post" action="/set-up-factor">
              <input type="hidden" name="interaction" value="{interaction.Uid}">
              <button type="submit" autofocus>Set up an authenticator app</button>
            </form>
            """);
}
