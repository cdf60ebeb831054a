using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OrgPortal.Web.Logto.Webhooks;

/// <summary>Reads bodies of webhooks. What the portal follows must be whole; everything else is <see cref="OtherNews"/>.</summary>
internal static class WebhookReader
{
    /// <summary>What the body tells.</summary>
    /// <exception cref="JsonException">It is no webhook of Logto's, or leaves out whom it is about.</exception>
    public static LogtoNews Read(ReadOnlySpan<byte> body) => Parse(body, WebhookJson.Default.WebhookHead).Event switch
    {
        null => throw new JsonException("No event."),
        WebhookEvents.Membership => Membership(Parse(body, WebhookJson.Default.MembershipBody)),
        WebhookEvents.OrganizationCreated or WebhookEvents.OrganizationChanged => new OrganizationNews(OrganizationOf(body), IsDeleted: false),
        WebhookEvents.OrganizationDeleted => new OrganizationNews(OrganizationOf(body), IsDeleted: true),
        WebhookEvents.Suspension => Suspension(Parse(body, WebhookJson.Default.PersonBody)),
        WebhookEvents.UserDeleted => new PersonBarredNews(PersonOf(Parse(body, WebhookJson.Default.PersonBody))),
        var name when WebhookEvents.Template.Contains(name) => new TemplateNews(),
        _ => new OtherNews(),
    };

    private static T Parse<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(body, type) ?? throw new JsonException("Nothing there.");

    private static MembershipNews Membership(MembershipBody body) => new(
        body.OrganizationId ?? throw new JsonException("No organization."),
        (body.AddedUserIds ?? []).ToHashSet(),
        (body.RemovedUserIds ?? []).ToHashSet());

    private static OrganizationId OrganizationOf(ReadOnlySpan<byte> body)
    {
        var organization = Parse(body, WebhookJson.Default.OrganizationBody);
        return organization.Data?.Id ?? organization.Params?.Id ?? throw new JsonException("No organization.");
    }

    // The end of a suspension takes nothing away.
    private static LogtoNews Suspension(PersonBody body)
    {
        var person = PersonOf(body);
        return body.Data?.IsSuspended is false ? new OtherNews() : new PersonBarredNews(person);
    }

    private static UserId PersonOf(PersonBody body) => body.Params?.UserId ?? body.Data?.Id ?? throw new JsonException("No person.");
}
