using System.Text.Json;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto;

internal sealed class IdentifierJsonConverter<TIdentifier> : JsonConverter<TIdentifier>
    where TIdentifier : struct, IIdentifier<TIdentifier>
{
    public override TIdentifier Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TIdentifier.TryParse(reader.GetString(), null, out var identifier)
            ? identifier
            : throw new JsonException("Not an identifier.");

    public override void Write(Utf8JsonWriter writer, TIdentifier value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
