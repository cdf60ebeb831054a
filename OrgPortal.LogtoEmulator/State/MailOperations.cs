using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>Sending messages into the mailbox.</summary>
internal static partial class MailOperations
{
    private const int MostMessages = 10;
    private const long Window = 600_000;

    /// <summary>
    /// Renders a message from its template and puts it into the mailbox. A connector whose configuration has
    /// <c>"fails": true</c> fails (400 <c>connector.general</c>), for who wants to see that.
    /// </summary>
    /// <remarks>
    /// <c>type</c> is the template's kind, as <c>OrganizationInvitation</c>; <c>payload</c> its variables, of which
    /// <c>locale</c> chooses the language.
    /// </remarks>
    /// <exception cref="LogtoRefusalException">
    /// 501 <c>connector.not_found</c>, 400 <c>connector.template_not_found</c> or <c>connector.general</c>, and
    /// 429 <c>request.message_rate_limited</c> for the eleventh message of its kind to a recipient within ten minutes.
    /// </exception>
    public static MailboxMessage SendMail(this LogtoTables tables, string to, string type, JsonObject payload)
    {
        var connector = tables.Connectors.FirstOrDefault(one => one.Type == "Email")
            ?? throw new LogtoRefusalException(501, "connector.not_found", "Cannot find any available connector for type: Email.");
        tables.RequireQuietRecipient(to, type == "OrganizationInvitation");
        var template = tables.FindTemplate(connector, type, payload["locale"]?.ToString())
            ?? throw new LogtoRefusalException(
                400, "connector.template_not_found", "Unable to find correct template in connector config.");
        if (connector.Config.TryGetProperty("fails", out var fails) && fails.ValueKind == JsonValueKind.True)
        {
            throw new LogtoRefusalException(400, "connector.general", "Error occurred in connector: told to fail.");
        }

        var content = Rendered(Text(template, "content"), payload);
        var isPlain = Text(template, "contentType") == "text/plain";
        return tables.Mailbox.Put(new MailboxMessage(
            LogtoIds.Standard(),
            to,
            type,
            StateJson.Element(payload),
            Rendered(Text(template, "subject"), payload),
            isPlain ? content : Plain(content),
            isPlain ? $"<pre>{System.Net.WebUtility.HtmlEncode(content)}</pre>" : content,
            tables.Now));
    }

    /// <summary>Invitations and codes are counted apart.</summary>
    private static void RequireQuietRecipient(this LogtoTables tables, string to, bool isInvitation)
    {
        var recent = tables.Mailbox.NewestFirst
            .TakeWhile(message => message.SentAt > tables.Now - Window)
            .Count(message => (message.Type == "OrganizationInvitation") == isInvitation
                && string.Equals(message.To.Trim(), to.Trim(), StringComparison.OrdinalIgnoreCase));
        if (recent >= MostMessages)
        {
            throw new LogtoRefusalException(
                429, "request.message_rate_limited", "Too many messages have been sent to this recipient. Try again later.");
        }
    }

    private static JsonElement? FindTemplate(this LogtoTables tables, Connector connector, string type, string? locale)
    {
        string[] languages = [.. new[] { locale, tables.SignInExperience.FallbackLanguage }.OfType<string>()];
        foreach (var kind in new[] { type, "Generic" })
        {
            foreach (var language in languages)
            {
                var row = tables.EmailTemplates.FirstOrDefault(
                    one => one.TemplateType == kind && one.LanguageTag == language);
                if (row is not null)
                {
                    return row.Details;
                }
            }
        }

        return FindTemplate(connector, type) ?? FindTemplate(connector, "Generic");
    }

    private static JsonElement? FindTemplate(Connector connector, string usageType)
    {
        if (connector.Config.TryGetProperty("templates", out var templates) && templates.ValueKind == JsonValueKind.Array)
        {
            foreach (var template in templates.EnumerateArray().Where(one => Text(one, "usageType") == usageType))
            {
                return template;
            }
        }

        return null;
    }

    /// <summary>An unknown variable stays as it is written; an unknown property of a known one becomes nothing.</summary>
    private static string Rendered(string template, JsonObject variables) => Variable().Replace(template, match =>
    {
        var steps = match.Groups[1].Value.Split('.');
        if (!variables.TryGetPropertyValue(steps[0], out var value) || value is null)
        {
            return match.Value;
        }

        foreach (var step in steps.Skip(1))
        {
            value = value is JsonObject inner && inner.TryGetPropertyValue(step, out var next) ? next : null;
        }

        return value?.ToString() ?? "";
    });

    private static string Plain(string html)
    {
        var links = Anchor().Replace(html, match => $"{match.Groups[2].Value} ({match.Groups[1].Value})");
        return System.Net.WebUtility.HtmlDecode(Tag().Replace(links, " ")).Trim();
    }

    private static string Text(JsonElement template, string key) =>
        template.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    [GeneratedRegex(@"\{\{\s*([\w.]+)\s*\}\}")]
    private static partial Regex Variable();

    [GeneratedRegex("""<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>""")]
    private static partial Regex Anchor();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
