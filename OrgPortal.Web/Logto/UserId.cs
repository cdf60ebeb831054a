using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Logto;

/// <summary>
/// The identifier of a person in the Logto tenant (12 lower-case alphanumerics). Holds only what matches <c>[A-Za-z0-9_-]{1,64}</c>, so that a value which
/// came from outside cannot leave its segment of a Logto path.
/// </summary>
[JsonConverter(typeof(IdentifierJsonConverter<UserId>))]
public readonly record struct UserId : IIdentifier<UserId>
{
    private UserId(string value) => Value = value;

    /// <inheritdoc />
    public string Value { get => field ?? string.Empty; }

    /// <inheritdoc />
    public static UserId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException("Not an identifier.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UserId result)
    {
        var valid = IdentifierFormat.IsValid(s);
        result = valid ? new UserId(s!) : default;
        return valid;
    }

    /// <summary>The identifier as Logto writes it.</summary>
    public override string ToString() => Value;
}
