using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>Single sign-on: asks for the address, and then plays the enterprise's identity provider.</summary>
internal static class SingleSignOnPage
{
    public static Page Create(Interaction interaction, string? identifier, string? error) => new("Single sign-on", $"""
        {Problem.Of(error)}
        <form method="post" action="/single-sign-on">
          <input type="hidden" name="interaction" value="{interaction.Uid}">
          <label for="identifier">E-mail address at your company</label>
          <input id="identifier" name="identifier" type="email" value="{identifier}" autocomplete="email" required autofocus>
          <button type="submit">Continue</button>
        </form>
        <p class="links"><a href="/sign-in">Sign in with a password</a></p>
        """);

    public static Page Provider(Interaction interaction, SsoConnector connector, string? identifier, string? error) =>
        new($"{connector.ConnectorName} (pretended)", $"""
            {Problem.Of(error)}
            <p>Here a real Logto would send you to {connector.ProviderName}. Say who you are there.</p>
            <form method="post" action="/direct/sso/{connector.Id}">
              <input type="hidden" name="interaction" value="{interaction.Uid}">
              <label for="identifier">E-mail address</label>
              <input id="identifier" name="identifier" type="email" value="{identifier}" required>
              <label for="name">Name</label>
              <input id="name" name="name" autocomplete="name">
              <button type="submit">Sign in</button>
            </form>
            """);
}
