using System.Text.Json;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>The templates the mailbox connector starts with.</summary>
internal static class MailTemplates
{
    /// <summary>The e-mail connector that delivers into <see cref="LogtoTables.Mailbox"/>.</summary>
    public static Connector MailboxConnector(string id) => new()
    {
        Id = id,
        ConnectorId = Connector.MailboxFactory,
        Type = "Email",
        Config = DefaultConfig,
    };

    private static JsonElement DefaultConfig { get; } = StateJson.Element(new
    {
        fromEmail = "no-reply@logto.example",
        templates = new[]
        {
            Code("SignIn", "Your sign-in code", "sign in"),
            Code("Register", "Your sign-up code", "sign up"),
            Code("ForgotPassword", "Your code for a new password", "set a new password"),
            Code("Generic", "Your verification code", "continue"),
            Template(
                "OrganizationInvitation",
                "Invitation to {{organization.name}}",
                "<p>You are invited to join <strong>{{organization.name}}</strong>.</p>"
                + "<p>{{note}}</p>"
                + "<p><a href=\"{{link}}\">Look at the invitation</a></p><p>{{link}}</p>"),
        },
    });

    private static object Code(string usageType, string subject, string purpose) =>
        Template(usageType, subject, $"<p>Your code to {purpose} is <strong>{{{{code}}}}</strong>. It is valid for 10 minutes.</p>");

    private static object Template(string usageType, string subject, string content) =>
        new { usageType, contentType = "text/html", subject, content };
}
