using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto;

/// <summary>Logto's timestamps are numbers: milliseconds since 1970, UTC.</summary>
internal sealed class UnixMillisecondsJsonConverter : JsonConverter<DateTimeOffset>
{
    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadTime(ref reader);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds());

    /// <exception cref="JsonException">No such time exists.</exception>
    internal static DateTimeOffset ReadTime(ref Utf8JsonReader reader) =>
        // Whole numbers as a rule, which are read quicker.
        (reader.TryGetInt64(out var whole) ? whole : reader.GetDouble()) is var milliseconds && milliseconds >= Earliest && milliseconds <= Latest
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : throw new JsonException("Not a time.");
}
