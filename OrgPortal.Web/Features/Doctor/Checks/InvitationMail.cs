using System.Text.Json.Nodes;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>There is a text for the mail of an invitation, and it has a place for the link and for the inviter's note.</summary>
internal sealed class InvitationMail(IEmailTemplatesClient templates) : ITenantCheck
{
    private const string LinkPlace = "{{link}}";
    private const string NotePlace = "{{note}}";

    public string Id => CheckIds.InvitationMail;

    public IReadOnlyList<string> Needs => [CheckIds.MailConnector];

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        if (await examination.Mail is not { } connector)
        {
            return CheckOutcome.Skip(CheckIds.MailConnector);
        }

        // The tenant's own texts come before the connector's; of each kind, that of invitations before the generic one.
        var own = (await templates.ListAsync(cancellationToken)).Where(template => template.TemplateType == EmailTemplateTypes.OrganizationInvitation).ToList();
        var texts = own.Select(template => (Where: template.LanguageTag, template.Details.Content)).ToList();
        if (texts.Count == 0)
        {
            texts = [.. TextsOf(connector).Select(text => (connector.ConnectorId ?? connector.Type, text))];
        }

        return texts switch
        {
            [] when connector.Config?["templates"] is not JsonArray => CheckOutcome.Warn("unseen", connector.ConnectorId ?? connector.Type),
            [] => CheckOutcome.Fail("none"),
            _ when texts.Find(text => !text.Content.Contains(LinkPlace, StringComparison.Ordinal)) is { Where: { } where } => CheckOutcome.Fail("no-link", where, LinkPlace),
            _ when texts.Find(text => !text.Content.Contains(NotePlace, StringComparison.Ordinal)) is { Where: { } where } => CheckOutcome.Warn("no-note", where, NotePlace),
            _ => CheckOutcome.Pass("there", string.Join(", ", texts.Select(text => text.Where))),
        };
    }

    private static IEnumerable<string> TextsOf(Connector connector) =>
        from template in (connector.Config?["templates"] as JsonArray ?? []).OfType<JsonObject>()
        where TextOf(template, "usageType") == EmailTemplateTypes.OrganizationInvitation
        select TextOf(template, "content") ?? string.Empty;

    // Connectors of different kinds keep the body as text or in parts; whatever there is may hold the places.
    private static string? TextOf(JsonObject template, string name) =>
        template[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : template[name]?.ToJsonString();
}
