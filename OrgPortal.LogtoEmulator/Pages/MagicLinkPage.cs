using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Pages;

/// <summary>Sign-in by a one-time token: a form that sends itself, a choice between two accounts, or a dead end.</summary>
internal static class MagicLinkPage
{
    public static Page Create(Interaction interaction, string email) => new($"Continue as {email}", Form(interaction, "Continue"))
    {
        SubmitsItself = true,
    };

    public static Page SwitchAccount(Interaction interaction, string email, User signedIn) => new("Which account?", $"""
        <p>You are signed in as {signedIn.PrimaryEmail ?? signedIn.Username}, but this link is for {email}.</p>
        {Form(interaction, $"Continue as {email}")}
        <form method="post" action="/sign-in/stay">
          <input type="hidden" name="interaction" value="{interaction.Uid}">
          <button type="submit" class="second">Stay {signedIn.PrimaryEmail ?? signedIn.Username}</button>
        </form>
        """);

    public static Page Refused(string reason) => new("This link does not work", $"""
        {Problem.Of(reason)}
        <p><a href="/sign-in?link=none">Sign in another way</a></p>
        """);

    private static Markup Form(Interaction interaction, string button) => $"""
        <form method="post" action="/sign-in/token">
          <input type="hidden" name="interaction" value="{interaction.Uid}">
          <button type="submit">{button}</button>
        </form>
        """;
}
