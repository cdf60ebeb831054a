using System.Text.Json.Nodes;

namespace OrgPortal.Web.Logto.Models;

/// <summary>A connector, one item of <c>GET /api/connectors</c>.</summary>
/// <param name="Type"><c>Email</c>, <c>Sms</c> or <c>Social</c>. A tenant has at most one for mail.</param>
/// <param name="Id">Chosen by Logto.</param>
/// <param name="ConnectorId">The kind of connector, as <see cref="Smtp"/>.</param>
/// <param name="Config">Its settings, with its secrets: not to be logged or shown. Nobody changes this copy.</param>
public sealed record Connector(string Type, string? Id = null, string? ConnectorId = null, JsonObject? Config = null)
{
    /// <summary>The type of the one that mails.</summary>
    public const string Email = "Email";

    /// <summary>The kind that mails over SMTP.</summary>
    public const string Smtp = "simple-mail-transfer-protocol";

    /// <summary>The kinds of mail that its settings hold a text for, as <c>OrganizationInvitation</c>; connectors that keep their texts elsewhere have none.</summary>
    public IEnumerable<string> TemplateTypes() => Config?["templates"] is JsonArray templates
        ? templates.OfType<JsonObject>().Select(template => template["usageType"]).OfType<JsonValue>().Where(type => type.TryGetValue<string>(out _)).Select(type => type.GetValue<string>())
        : [];

    /// <summary>What it is, without its settings.</summary>
    public override string ToString() => $"{Type} {ConnectorId}";
}
