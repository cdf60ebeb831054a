using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>Asks for identifier and password.</summary>
internal static class SignInPage
{
    public static Page Create(Interaction interaction, SignInContext about, string? identifier, string? error) =>
        new($"Sign in to {about.ApplicationName}", $"""
            {ForOrganization(about.Organization)}
            {Problem.Of(error)}
            {WhoIsHere(about.SignedIn, identifier)}
            <form method="post" action="/sign-in">
              <input type="hidden" name="interaction" value="{interaction.Uid}">
              <label for="identifier">E-mail address or user name</label>
              <input id="identifier" name="identifier" value="{identifier}" autocomplete="username" autocapitalize="none" spellcheck="false" required{Focus(identifier is null)}>
              <label for="password">Password</label>
              <input id="password" name="password" type="password" autocomplete="current-password" required{Focus(identifier is not null)}>
              <button type="submit">Sign in</button>
            </form>
            {Links(about)}
            {People(about.People)}
            """)
        {
            Organization = about.Organization,
        };

    private static Markup ForOrganization(Organization? organization) =>
        organization is null ? Markup.None : $"<p class=\"muted\">For the organization {organization.Name}.</p>";

    private static Markup WhoIsHere(User? user, string? identifier)
    {
        if (identifier is null && user is null)
        {
            return Markup.None;
        }

        var who = identifier ?? user!.PrimaryEmail ?? user!.Username;
        return $"<p class=\"muted\">Continue as {who}. <a href=\"/sign-in?account=another\">Not you? Use another account</a></p>";
    }

    private static Markup Focus(bool isFirst) => isFirst ? (Markup)$" autofocus" : Markup.None;

    private static Markup Links(SignInContext about) => $"""
        {(about.AllowsRegistration ? (Markup)$"<p class=\"links\">No account yet? <a href=\"/register\">Create one</a></p>" : Markup.None)}
        {(about.HasSingleSignOn ? (Markup)$"<p><a href=\"/single-sign-on\">Sign in with single sign-on</a></p>" : Markup.None)}
        """;

    private static Markup People(IReadOnlyList<KnownPerson> people) => people.Count == 0 ? Markup.None : $"""
        <details>
          <summary>Who can sign in here</summary>
          <table>
            <thead><tr><th scope="col">User</th><th scope="col">Password</th></tr></thead>
            <tbody>{people.Select(person => (Markup)$"<tr><td>{person.Username}</td><td><code>{person.Password}</code></td></tr>")}</tbody>
          </table>
        </details>
        """;
}
