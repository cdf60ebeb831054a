using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Organizations.CustomFields;

/// <summary>The deployer's fields, and what may be done to an organization's values. Whoever calls has checked the permission.</summary>
public sealed class CustomFieldSchema(IOptions<CustomFieldOptions> options)
{
    /// <summary>The name of all of them in the API.</summary>
    public const string Name = "customFields";

    /// <summary>The fields, in the order they are shown.</summary>
    public IReadOnlyList<CustomField> All { get; } = [.. options.Value.Fields.Select(field => new CustomField(field))];

    /// <summary>What is asked for when an organization is created.</summary>
    public IReadOnlyList<CustomField> ForCreation => [.. All.Where(one => one is { IsRequired: true, IsEditable: true })];

    /// <summary>The field of a key; nothing for another key of <c>customData</c>.</summary>
    public CustomField? Find(string key) => All.FirstOrDefault(field => field.Key == key);

    /// <summary>The values that a person may see, by key; all of these keys are there.</summary>
    public IReadOnlyDictionary<string, string?> Read(JsonObject? data, bool isAdministrator) =>
        All.Where(field => isAdministrator || field.IsForMembers).ToDictionary(field => field.Key, field => CustomField.TextOf(data?[field.Key]), StringComparer.Ordinal);

    /// <summary>The values without what does not count; keys of no field stay.</summary>
    public IReadOnlyDictionary<string, string?>? Clean(IReadOnlyDictionary<string, string?>? values) =>
        values?.ToDictionary(value => value.Key, value => Find(value.Key) is { } field ? field.Clean(value.Value) : value.Value, StringComparer.Ordinal);

    /// <summary>What is wrong with clean values for a new organization: with what is given, and with what is missing.</summary>
    public IReadOnlyList<FieldFailure> RefuseForCreation(IReadOnlyDictionary<string, string?>? values)
    {
        var given = values ?? new Dictionary<string, string?>();
        return
        [
            .. Refuse(given.Where(value => !ForCreation.Any(field => field.Key == value.Key)).ToDictionary(StringComparer.Ordinal), null),
            .. ForCreation.Select(field => (field.Key, Reason: field.Refuse(given.GetValueOrDefault(field.Key)))).Where(found => found.Reason is not null).Select(found => new FieldFailure(NameOf(found.Key), found.Reason!)),
        ];
    }

    /// <summary>What is wrong with clean values. What is as it was is not found fault with, though the rules may have changed since.</summary>
    /// <param name="values">What is to be, by key.</param>
    /// <param name="data">What stands in Logto.</param>
    public IReadOnlyList<FieldFailure> Refuse(IReadOnlyDictionary<string, string?> values, JsonObject? data) =>
    [
        .. values.Select(value => (value.Key, Reason: Find(value.Key) switch
        {
            null => "unknown",
            var field when IsAsItWas(field, value.Value, data) => null,
            { IsEditable: false } => "read_only",
            var field => field.Refuse(value.Value),
        })).Where(found => found.Reason is not null).Select(found => new FieldFailure(NameOf(found.Key), found.Reason!)),
    ];

    /// <summary>Whether these values are what stands in Logto.</summary>
    public bool AreAsTheyWere(IReadOnlyDictionary<string, string?>? seen, JsonObject? data) =>
        seen is null || All.All(field => !seen.TryGetValue(field.Key, out var value) || IsAsItWas(field, field.Clean(value), data));

    /// <summary>The keys that change.</summary>
    public IReadOnlyList<string> Changed(IReadOnlyDictionary<string, string?> values, JsonObject? data) =>
        [.. All.Where(field => values.TryGetValue(field.Key, out var value) && !IsAsItWas(field, value, data)).Select(field => field.Key)];

    /// <summary>What Logto is to hold then: it replaces all of it, so what is no field, and what does not change, is taken along as it is.</summary>
    public JsonObject Onto(JsonObject? data, IReadOnlyDictionary<string, string?> values)
    {
        var merged = data?.DeepClone().AsObject() ?? [];
        foreach (var key in Changed(values, data))
        {
            if (values[key] is { } text)
            {
                merged[key] = Find(key)!.ToJson(text);
            }
            else
            {
                merged.Remove(key);
            }
        }

        return merged;
    }

    /// <summary>The values as the API shows them: numbers as numbers, yes and no as such. Nothing where no fields are configured.</summary>
    public IReadOnlyDictionary<string, JsonNode?>? Show(IReadOnlyDictionary<string, string?>? values) =>
        All.Count == 0 || values is null ? null : values.ToDictionary(value => value.Key, value => Find(value.Key)?.ToJson(value.Value), StringComparer.Ordinal);

    /// <summary>Values as they were sent; <see cref="Invalid"/> where one is of another kind than its field.</summary>
    public Result<IReadOnlyDictionary<string, string?>?> Take(IReadOnlyDictionary<string, JsonNode?>? sent)
    {
        IReadOnlyList<FieldFailure> wrong = [.. (sent ?? new Dictionary<string, JsonNode?>()).Where(value => Find(value.Key)?.Takes(value.Value) is false).Select(value => new FieldFailure(NameOf(value.Key), "invalid"))];
        return wrong.Count > 0 ? new Invalid(wrong) : Result.Of<IReadOnlyDictionary<string, string?>?>(sent?.ToDictionary(value => value.Key, value => CustomField.TextOf(value.Value), StringComparer.Ordinal));
    }

    /// <summary>What a field is called where something is wrong with it.</summary>
    public static string NameOf(string key) => $"{Name}.{key}";

    private static bool IsAsItWas(CustomField field, string? text, JsonObject? data) => text == field.Clean(CustomField.TextOf(data?[field.Key]));
}
