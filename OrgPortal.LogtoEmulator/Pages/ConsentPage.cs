using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>Asks whether a third-party application may come in, and which organizations it may know of.</summary>
internal static class ConsentPage
{
    public static Page Create(Interaction interaction, Application client, User user, IReadOnlyList<Organization> organizations) =>
        new($"{client.Name} asks for access", $"""
            <p>You are signed in as {user.PrimaryEmail ?? user.Username}. <a href="/sign-in?account=another">Not you? Use another account</a></p>
            <p>It wants:</p>
            <ul>{interaction.Request.Scopes.Select(scope => (Markup)$"<li><code>{scope}</code></li>")}</ul>
            <form method="post" action="/consent">
              <input type="hidden" name="interaction" value="{interaction.Uid}">
              {Choices(organizations)}
              <button type="submit" name="answer" value="yes">Allow</button>
              <button type="submit" name="answer" value="no" class="second">Refuse</button>
            </form>
            """);

    private static Markup Choices(IReadOnlyList<Organization> organizations) => organizations.Count == 0 ? Markup.None : $"""
        <fieldset>
          <legend>Organizations it may know of</legend>
          {organizations.Select(organization => (Markup)$"<label class=\"choice\"><input type=\"checkbox\" name=\"organization\" value=\"{organization.Id}\" checked> {organization.Name}</label>")}
        </fieldset>
        """;
}
