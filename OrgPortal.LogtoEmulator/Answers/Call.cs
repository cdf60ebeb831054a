using System.Text.Json;
using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Answers;

/// <summary>A call of the Management API, authorized and with its body read.</summary>
internal sealed class Call(HttpContext context, LogtoState state, JsonElement body)
{
    public LogtoState State { get; } = state;

    public HttpContext Context { get; } = context;

    /// <summary>What was sent; <c>{}</c> if nothing was.</summary>
    public JsonElement Body { get; } = body;

    /// <summary>The route's <c>{id}</c>.</summary>
    public string Id => Route("id");

    public string Route(string name) => Context.GetRouteValue(name)?.ToString() ?? "";

    /// <summary>Starts reading the body as an object.</summary>
    /// <exception cref="LogtoRefusalException">It is none.</exception>
    public Guard Guard() => new(Body);

    /// <summary>A parameter that may be given once; null if it is not, or is empty.</summary>
    /// <exception cref="LogtoRefusalException">It was given several times.</exception>
    public string? Query(string name)
    {
        var given = Context.Request.Query[name];
        if (given.Count > 1)
        {
            var all = new JsonObject { [name] = new JsonArray([.. given.Select(value => (JsonNode?)value)]) };
            var guard = new Guard(StateJson.Element(all), "query");
            guard.OptionalString(name);
            guard.Done();
        }

        return given is [{ Length: > 0 } value] ? value : null;
    }

    /// <summary>A parameter that must be one of some words, where it is given.</summary>
    public string? Query(string name, params string[] words)
    {
        if (Query(name) is not { } value)
        {
            return null;
        }

        var guard = new Guard(StateJson.Element(new Dictionary<string, string> { [name] = value }), "query");
        guard.OneOf(name, false, words);
        guard.Done();
        return value;
    }

    /// <summary>The page of a list that always has pages.</summary>
    public Paging Paging() => Answers.Paging.Always(Context.Request.Query);

    /// <summary>The page of a list that has pages for who asks; null for who does not.</summary>
    public Paging? OptionalPaging() => Answers.Paging.Optional(Context.Request.Query);

    /// <summary>The page of <paramref name="all"/> that was asked for, or everything.</summary>
    public Answer Listed<T>(IReadOnlyCollection<T> all, Func<T, object> view) =>
        OptionalPaging() is { } paging ? paging.Of(all, view) : Answer.Ok(all.Select(view).ToArray());
}
