using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Organizations.CustomFields;

/// <summary>
/// A field as it is configured, with its rules. Its value is a text everywhere in the portal: a number as <c>12.5</c>, yes and no as <c>true</c> and <c>false</c>, a day as
/// <c>2026-11-26</c>; nothing is <see langword="null"/>.
/// </summary>
public sealed class CustomField
{
    /// <summary>Whoever may manage the organization.</summary>
    public const string Administrators = "Administrators";

    /// <summary>Whoever runs the portal.</summary>
    public const string Operators = "Operators";

    /// <summary>Everybody in the organization.</summary>
    public const string Members = "Members";

    private const int UsualLine = 256;
    private const int UsualText = 2000;
    private const int LongestUrl = 2048;
    private const string DateFormat = "yyyy-MM-dd";

    private readonly CustomFieldSetting _setting;

    internal CustomField(CustomFieldSetting setting)
    {
        _setting = setting;
        Type = Enum.Parse<CustomFieldType>(setting.Type, ignoreCase: true);
        IsEditable = !string.Equals(setting.EditableBy, Operators, StringComparison.OrdinalIgnoreCase);
        IsForMembers = !string.Equals(setting.VisibleTo, Administrators, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Its key in <c>customData</c>.</summary>
    public string Key => _setting.Key;

    /// <summary>What it holds.</summary>
    public CustomFieldType Type { get; }

    /// <summary>Whether it must be filled in.</summary>
    public bool IsRequired => _setting.Required;

    /// <summary>Whether administrators may change it.</summary>
    public bool IsEditable { get; }

    /// <summary>Whether every member sees it.</summary>
    public bool IsForMembers { get; }

    /// <summary>The most characters.</summary>
    public int LongestText => Type switch
    {
        CustomFieldType.Multiline => _setting.MaxLength ?? UsualText,
        CustomFieldType.Url => LongestUrl,
        _ => _setting.MaxLength ?? UsualLine,
    };

    /// <summary>The least number, if there is one.</summary>
    public decimal? Min => _setting.Min;

    /// <summary>The greatest number, if there is one.</summary>
    public decimal? Max => _setting.Max;

    /// <summary>What there is to choose from.</summary>
    public IEnumerable<string> Choices => _setting.Options.Select(option => option.Value);

    /// <summary>What it is called, in the reader's language.</summary>
    public string Label => InWords(_setting.Label) ?? Key;

    /// <summary>A sentence of help, in the reader's language, if there is one.</summary>
    public string? Help => InWords(_setting.Help);

    /// <summary>What one of several is called, in the reader's language; what is no choice any more as it stands.</summary>
    public string NameOf(string choice) => _setting.Options.FirstOrDefault(option => option.Value == choice) is { } known ? InWords(known.Label) ?? choice : choice;

    /// <summary>What stands in Logto, as a text: also what is of another kind than the field is now.</summary>
    public static string? TextOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetValue<string>() is { Length: > 0 } text ? text : null,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.ToJsonString(),
    };

    /// <summary>Whether a value that was sent is of the field's kind.</summary>
    public bool Takes(JsonNode? value) => (value?.GetValueKind(), Type) switch
    {
        (null or JsonValueKind.Null, _) => true,
        (JsonValueKind.Number, CustomFieldType.Number) => true,
        (JsonValueKind.True or JsonValueKind.False, CustomFieldType.Boolean) => true,
        (JsonValueKind.String, not (CustomFieldType.Number or CustomFieldType.Boolean)) => true,
        _ => false,
    };

    /// <summary>The text without what does not count: blanks around it, and nothing for what is empty.</summary>
    public string? Clean(string? text)
    {
        var trimmed = text?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null
            : Type == CustomFieldType.Number && TryReadNumber(trimmed, out var number) ? number.ToString(CultureInfo.InvariantCulture)
            : trimmed;
    }

    /// <summary>Why the clean text cannot be used, in snake_case; <see langword="null"/> when it can.</summary>
    public string? Refuse(string? text) => text switch
    {
        null => IsRequired ? "required" : null,
        _ when text.Length > LongestText => "too_long",
        _ when VisibleText.HoldsInvisible(text, linesAllowed: Type == CustomFieldType.Multiline) => "control_characters",
        _ => RefuseKind(text),
    };

    /// <summary>The clean text as it is kept.</summary>
    public JsonNode? ToJson(string? text) => text is null ? null : Type switch
    {
        CustomFieldType.Number when TryReadNumber(text, out var number) => JsonValue.Create(number),
        CustomFieldType.Boolean when text is "true" or "false" => JsonValue.Create(text == "true"),
        _ => JsonValue.Create(text),
    };

    private static string? InWords(IDictionary<string, string> words)
    {
        for (var culture = CultureInfo.CurrentUICulture; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (words.TryGetValue(culture.Name, out var found) && found.Length > 0)
            {
                return found;
            }
        }

        return words.TryGetValue("en", out var english) && english.Length > 0 ? english : null;
    }

    private static bool TryReadNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    private string? RefuseKind(string text) => Type switch
    {
        CustomFieldType.Number when !TryReadNumber(text, out _) => "invalid_number",
        CustomFieldType.Number when TryReadNumber(text, out var number) && (number < Min || number > Max) => "out_of_range",
        CustomFieldType.Boolean when text is not ("true" or "false") => "invalid",
        CustomFieldType.Boolean when IsRequired && text != "true" => "required",
        CustomFieldType.Select when !Choices.Contains(text, StringComparer.Ordinal) => "invalid_option",
        // A link that people are shown: over https, and without a name or password in it.
        CustomFieldType.Url when !(Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.Host.Length > 0 && url.UserInfo.Length == 0 && !text.Any(char.IsWhiteSpace)) => "https_required",
        CustomFieldType.Email when !AddressText.IsComplete(text) => "invalid_email",
        CustomFieldType.Date when !DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "invalid_date",
        _ => null,
    };
}
