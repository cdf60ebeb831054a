using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto;

/// <inheritdoc cref="UnixMillisecondsJsonConverter" />
internal sealed class NullableUnixMillisecondsJsonConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? null : UnixMillisecondsJsonConverter.ReadTime(ref reader);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
        {
            writer.WriteNumberValue(time.ToUnixTimeMilliseconds());
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
