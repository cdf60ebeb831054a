using System.Text.Json;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Api;

/// <summary>Reads what a request says, and gathers everything that is wrong with it. What was wrong reads as nothing: ask <see cref="Wrong"/> before it is used.</summary>
internal sealed class InputReader
{
    private const string Required = "required";
    private const string Malformed = "invalid";
    private const string Unknown = "unknown";

    private readonly List<FieldFailure> _wrong = [];

    /// <summary>All of it; <see langword="null"/> for nothing.</summary>
    public Invalid? Wrong => _wrong.Count == 0 ? null : new Invalid(_wrong);

    /// <summary>An identifier that must be there.</summary>
    public T Id<T>(string field, string? text)
        where T : struct, IIdentifier<T>
    {
        if (!T.TryParse(text, null, out var id))
        {
            _wrong.Add(new FieldFailure(field, string.IsNullOrWhiteSpace(text) ? Required : Malformed));
        }

        return id;
    }

    /// <summary>An identifier that may be left out.</summary>
    public T? IdOrNone<T>(string field, string? text)
        where T : struct, IIdentifier<T> => string.IsNullOrEmpty(text) ? null : Id<T>(field, text);

    /// <summary>Identifiers; none when they are left out.</summary>
    public IReadOnlyList<T> Ids<T>(string field, IReadOnlyList<string?>? texts)
        where T : struct, IIdentifier<T> => [.. (texts ?? []).Select(text => Id<T>(field, text))];

    /// <summary>A value that must be there.</summary>
    public T Value<T>(string field, T? value)
        where T : struct
    {
        if (value is null)
        {
            _wrong.Add(new FieldFailure(field, Required));
        }

        return value ?? default;
    }

    /// <summary>One of a few words, as the API writes them (<c>already_member</c>), or none.</summary>
    public T? WordOrNone<T>(string field, string? word)
        where T : struct, Enum
    {
        var known = Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()!) == word);
        if (known is null && !string.IsNullOrEmpty(word))
        {
            _wrong.Add(new FieldFailure(field, Unknown));
        }

        return known;
    }

    /// <summary>One of a few words that must be there.</summary>
    public T Word<T>(string field, string? word)
        where T : struct, Enum => string.IsNullOrEmpty(word) ? Value(field, (T?)null) : WordOrNone<T>(field, word) ?? default;

    /// <summary>One of a few words that stand for something else, or none.</summary>
    public T? Choice<T>(string field, string? word, IReadOnlyDictionary<string, T> known)
        where T : struct
    {
        if (string.IsNullOrEmpty(word))
        {
            return null;
        }

        if (!known.TryGetValue(word, out var value))
        {
            _wrong.Add(new FieldFailure(field, Unknown));
        }

        return value;
    }

    /// <summary>Which page.</summary>
    public PageRequest Page(PageQuery query)
    {
        var page = query.Read();
        if (page.Failure is Invalid invalid)
        {
            _wrong.AddRange(invalid.Fields);
        }

        return page.IsFailure ? new PageRequest(1, PageQuery.DefaultSize) : page.Value;
    }
}
