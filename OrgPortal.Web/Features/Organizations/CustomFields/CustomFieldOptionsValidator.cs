using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Localization;

namespace OrgPortal.Web.Features.Organizations.CustomFields;

internal sealed partial class CustomFieldOptionsValidator : IValidateOptions<CustomFieldOptions>
{
    /// <summary>More would be a form of its own.</summary>
    public const int MostFields = 20;

    private const int LongestLabel = 80;
    private const int LongestHelp = 300;
    private const int LongestText = 4000;
    private const int MostOptions = 100;

    /// <summary>What the portal itself keeps there, and names that a record of changes would mix up.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "orgPortalCreation", "name", "description", "logoUrl", "darkLogoUrl", "favicon", "primaryColor", "darkPrimaryColor",
    };

    public ValidateOptionsResult Validate(string? name, CustomFieldOptions options)
    {
        List<string> failures = [];
        if (options.Fields.Count > MostFields)
        {
            failures.Add($"{CustomFieldOptions.Section} has {options.Fields.Count} fields. Keep it to {MostFields}.");
        }

        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (field, index) in options.Fields.Select((field, index) => (field, index)))
        {
            failures.AddRange(Check(field, $"{CustomFieldOptions.Section}:{index}"));
            if (!keys.Add(field.Key))
            {
                failures.Add($"{CustomFieldOptions.Section}:{index}:Key is '{field.Key}', as another field's. Give each a key of its own.");
            }
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Check(CustomFieldSetting field, string at)
    {
        if (!Key().IsMatch(field.Key) || Taken.Contains(field.Key))
        {
            yield return $"{at}:Key is '{field.Key}'. Use up to 64 letters, digits and _, beginning with a letter, and none of: {string.Join(", ", Taken)}.";
        }

        if (!Enum.GetNames<CustomFieldType>().Contains(field.Type, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{at}:Type is '{field.Type}'. Use one of: {string.Join(", ", Enum.GetNames<CustomFieldType>())}.";
            yield break;
        }

        var type = Enum.Parse<CustomFieldType>(field.Type, ignoreCase: true);
        foreach (var failure in (string[])[.. Words(field.Label, $"{at}:Label", LongestLabel, isNeeded: true), .. Words(field.Help, $"{at}:Help", LongestHelp, isNeeded: false), .. Limits(field, type, at), .. Choices(field, type, at), .. Rights(field, at)])
        {
            yield return failure;
        }
    }

    private static IEnumerable<string> Words(IDictionary<string, string> words, string at, int longest, bool isNeeded)
    {
        if (isNeeded && (!words.TryGetValue("en", out var english) || string.IsNullOrWhiteSpace(english)))
        {
            yield return $"{at}:en is missing. Say in English what the field is called; other languages may follow ({string.Join(", ", PortalCultures.All.Select(known => known.Name))}).";
        }

        foreach (var (language, text) in words)
        {
            if (!PortalCultures.All.Any(known => string.Equals(known.Name, language, StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"{at}:{language} names a language that the portal has no words in. Use {string.Join(" or ", PortalCultures.All.Select(known => known.Name))}.";
            }
            else if (text.Length > longest || VisibleText.HoldsInvisible(text, linesAllowed: false))
            {
                yield return $"{at}:{language} is longer than {longest} characters, or has invisible ones. Shorten it.";
            }
        }
    }

    private static IEnumerable<string> Limits(CustomFieldSetting field, CustomFieldType type, string at)
    {
        if (field.MaxLength is { } length && (type is not (CustomFieldType.Text or CustomFieldType.Multiline) || length is < 1 or > LongestText))
        {
            yield return $"{at}:MaxLength is {length}. Set it to between 1 and {LongestText} for Text and Multiline, and leave it out for other types.";
        }

        if ((field.Min is not null || field.Max is not null) && type != CustomFieldType.Number)
        {
            yield return $"{at}:Min and {at}:Max are for the type Number only. Leave them out.";
        }
        else if (field.Min > field.Max)
        {
            yield return $"{at}:Min is greater than {at}:Max. Exchange them.";
        }
    }

    private static IEnumerable<string> Choices(CustomFieldSetting field, CustomFieldType type, string at)
    {
        if (type != CustomFieldType.Select)
        {
            if (field.Options.Count > 0)
            {
                yield return $"{at}:Options are for the type Select only. Leave them out, or change the type.";
            }

            yield break;
        }

        if (field.Options.Count is 0 or > MostOptions)
        {
            yield return $"{at}:Options has {field.Options.Count} entries. Give a Select between 1 and {MostOptions}, each with a Value and, if wanted, a Label.";
        }

        if (field.Options.Any(option => string.IsNullOrWhiteSpace(option.Value) || option.Value.Length > LongestLabel || option.Value != option.Value.Trim() || VisibleText.HoldsInvisible(option.Value, linesAllowed: false))
            || field.Options.Select(option => option.Value).Distinct(StringComparer.Ordinal).Count() != field.Options.Count)
        {
            yield return $"{at}:Options has a Value that is empty, longer than {LongestLabel} characters, surrounded by blanks, or there twice. Give each option a Value of its own.";
        }

        foreach (var failure in field.Options.SelectMany((option, index) => Words(option.Label, $"{at}:Options:{index}:Label", LongestLabel, isNeeded: false)))
        {
            yield return failure;
        }
    }

    private static IEnumerable<string> Rights(CustomFieldSetting field, string at)
    {
        if (!Is(field.EditableBy, CustomField.Administrators) && !Is(field.EditableBy, CustomField.Operators))
        {
            yield return $"{at}:EditableBy is '{field.EditableBy}'. Use {CustomField.Administrators} or {CustomField.Operators}.";
        }

        if (!Is(field.VisibleTo, CustomField.Members) && !Is(field.VisibleTo, CustomField.Administrators))
        {
            yield return $"{at}:VisibleTo is '{field.VisibleTo}'. Use {CustomField.Members} or {CustomField.Administrators}.";
        }

        if (field.Required && Is(field.EditableBy, CustomField.Operators))
        {
            yield return $"{at} is Required and EditableBy {CustomField.Operators}: nobody could create an organization. Take one of them away.";
        }
    }

    private static bool Is(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,63}$")]
    private static partial Regex Key();
}
