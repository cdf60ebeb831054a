using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Notices;

/// <summary>What the words of a notice are made of. Each kind says which of them it needs; long names are cut.</summary>
public sealed record NoticeFacts
{
    private const int LongestText = 160;

    /// <summary>Nothing.</summary>
    public static NoticeFacts None { get; } = new();

    /// <summary>The person it is about, by Logto's id: the notice leads to their page.</summary>
    public string? PersonId { get; init; }

    /// <summary>What that person was called then.</summary>
    public string? PersonName { get; init; }

    /// <summary>An address, where no name is known.</summary>
    public string? Address { get; init; }

    /// <summary>What the organization was called then: for notices that are read by whoever does not belong to it.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>A permission's key.</summary>
    public string? Permission { get; init; }

    /// <summary>A day.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>How many are done.</summary>
    public int? Done { get; init; }

    /// <summary>Of how many.</summary>
    public int? Total { get; init; }

    /// <summary>Why, in somebody's words.</summary>
    public string? Reason { get; init; }

    /// <summary>A page of the organization it leads to, instead of the usual one of its kind: <c>people/invitations</c>.</summary>
    public string? Page { get; init; }

    /// <summary>As it is kept.</summary>
    internal string ToJson() => JsonSerializer.Serialize(
        this with { PersonName = Cut(PersonName), Address = Cut(Address), OrganizationName = Cut(OrganizationName), Reason = Cut(Reason) }, NoticeJson.Default.NoticeFacts);

    /// <summary>Reads what is kept; nothing where it cannot be understood.</summary>
    internal static NoticeFacts Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, NoticeJson.Default.NoticeFacts) ?? None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static string? Cut(string? text) => text is { Length: > LongestText } ? string.Concat(text.AsSpan(0, LongestText - 1), "…") : text;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NoticeFacts))]
internal sealed partial class NoticeJson : JsonSerializerContext;
