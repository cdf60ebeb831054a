using Microsoft.Extensions.Primitives;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>The parameters of a request, from its query or its form. Empty ones count as absent.</summary>
internal sealed class OidcParameters(IEnumerable<KeyValuePair<string, StringValues>> values)
{
    private readonly Dictionary<string, StringValues> _values = new(values, StringComparer.Ordinal);

    /// <summary>The single value; null if there is none.</summary>
    /// <exception cref="OidcException">The parameter was sent more than once.</exception>
    public string? this[string name] => All(name) switch
    {
        [] => null,
        [var one] => one,
        _ => throw OidcException.Repeated(name),
    };

    /// <summary>All values of a parameter that may be repeated.</summary>
    public IReadOnlyList<string> All(string name) =>
        _values.TryGetValue(name, out var found) ? [.. found.Where(value => !string.IsNullOrEmpty(value)).Select(value => value!)] : [];

    /// <summary>The first value, whatever else there is: for requests that may not be in order.</summary>
    public string? First(string name) => All(name) is [var first, ..] ? first : null;

    /// <exception cref="OidcException">The parameter is missing.</exception>
    public string Required(string name) => this[name] ?? throw OidcException.MissingParameters(name);

    /// <exception cref="OidcException">Some are missing; the refusal names them all.</exception>
    public void Require(params IReadOnlyList<string> names)
    {
        if (names.Where(name => this[name] is null).ToArray() is { Length: > 0 } missing)
        {
            throw OidcException.MissingParameters(missing);
        }
    }

    /// <summary>The form; another kind of body counts as an empty one.</summary>
    public static async Task<OidcParameters> FromFormAsync(HttpRequest request)
    {
        try
        {
            return new(request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty);
        }
        catch (InvalidDataException)
        {
            return new([]);
        }
    }

    /// <summary>The query of a GET, the form of a POST.</summary>
    public static async Task<OidcParameters> FromAsync(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) ? await FromFormAsync(request) : new(request.Query);
}
