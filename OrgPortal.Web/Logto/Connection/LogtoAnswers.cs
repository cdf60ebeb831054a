using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OrgPortal.Web.Logto.Connection;

/// <summary>
/// Reads bodies of answers. Unknown members are ignored, but one that the portal counts on must be there: who is not said to be
/// suspended, or which roles are not mentioned, is not guessed.
/// </summary>
internal static class LogtoAnswers
{
    private const int LongestCode = 128;

    private static readonly JsonSerializerOptions Strict = new(LogtoJson.Default.Options)
    {
        RespectNullableAnnotations = true,
        TypeInfoResolver = LogtoJson.Default.WithAddedModifier(RequireWhatIsCountedOn),
    };

    /// <summary>The body.</summary>
    /// <exception cref="JsonException">It is no JSON, or not of this shape.</exception>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var strict = (JsonTypeInfo<T>)Strict.GetTypeInfo(type.Type);
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        // In one piece, since all of it is there (AnswerBufferingHandler): a reader that can stop at any byte and go on takes longer.
        var length = checked((int)content.Length);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await content.ReadExactlyAsync(rented.AsMemory(0, length), cancellationToken);
            var value = JsonSerializer.Deserialize(WithoutPreamble(rented.AsSpan(0, length)), strict);
            RefuseGaps(value);
            return value ?? throw new JsonException("Nothing there.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static ReadOnlySpan<byte> WithoutPreamble(ReadOnlySpan<byte> body) => body.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;

    /// <summary>The code of an error, such as <c>entity.not_found</c>, or nothing: errors are <c>{code, message, …}</c>, <c>{message}</c>, plain text, or a proxy's HTML.</summary>
    public static async Task<string?> ReadErrorCodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return (await JsonSerializer.DeserializeAsync(body, LogtoJson.Default.ErrorBody, cancellationToken))?.Code is { } code && IsCode(code) ? code : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Codes are logged. Whatever else stands in their place is not.
    private static bool IsCode(string text) =>
        text.Length is > 0 and <= LongestCode && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    private static void RequireWhatIsCountedOn(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.IsRequired |= property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false };
        }

        // The serializer looks at null members, but not at null items of a list.
        var lists = type.Properties.Where(property => typeof(IEnumerable<object?>).IsAssignableFrom(property.PropertyType)).ToList();
        if (lists.Count > 0)
        {
            type.OnDeserialized = value => lists.ForEach(list => RefuseGaps(list.Get?.Invoke(value)));
        }
    }

    private static void RefuseGaps(object? value)
    {
        if (value is IEnumerable<object?> items && items.Contains(null))
        {
            throw new JsonException("A list with gaps.");
        }
    }
}
