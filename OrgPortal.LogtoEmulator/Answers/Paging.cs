using System.Globalization;
using Microsoft.Extensions.Primitives;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Answers;

/// <summary>The page a caller asks for: <c>page</c> from 1, <c>page_size</c> from 1 to 100, 20 unless given.</summary>
internal sealed record Paging(int Number, int Size)
{
    /// <summary>Reads the page of a list that always has pages.</summary>
    /// <exception cref="LogtoRefusalException">400 <c>guard.invalid_pagination</c>.</exception>
    public static Paging Always(IQueryCollection query) =>
        new(Value(query["page"], 1, int.MaxValue), Value(query["page_size"], 20, 100));

    /// <summary>Reads the page of a list that is answered whole, without a total, to who asks for no page: then null.</summary>
    /// <exception cref="LogtoRefusalException">400 <c>guard.invalid_pagination</c>.</exception>
    public static Paging? Optional(IQueryCollection query) =>
        IsGiven(query["page"]) || IsGiven(query["page_size"]) ? Always(query) : null;

    /// <summary>The page out of all items, which are made into JSON only where they are on it.</summary>
    public Answer Of<T>(IReadOnlyCollection<T> all, Func<T, object> view) =>
        Of(all is IReadOnlyList<T> list ? Slice(list) : all.Skip(Offset).Take(Size), all.Count, view);

    /// <summary>An answer from the items of this page and the number of all.</summary>
    public Answer Of<T>(IEnumerable<T> items, int total, Func<T, object> view) =>
        Answer.Ok(items.Select(view).ToArray()) with { Page = new PageInfo(Number, Size, total) };

    private int Offset => (int)Math.Min(int.MaxValue, (Number - 1L) * Size);

    private IEnumerable<T> Slice<T>(IReadOnlyList<T> list)
    {
        for (var index = (long)Offset; index < Math.Min(list.Count, Offset + (long)Size); index++)
        {
            yield return list[(int)index];
        }
    }

    /// <summary>An empty value counts as none.</summary>
    private static bool IsGiven(StringValues value) => value.Count > 1 || value is [{ Length: > 0 }];

    private static int Value(StringValues given, int unlessGiven, int most)
    {
        if (!IsGiven(given))
        {
            return unlessGiven;
        }

        return given.Count == 1
            && int.TryParse(given[0], NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var value)
            && value >= 1
            && value <= most
            ? value
            : throw new LogtoRefusalException(
                400, "guard.invalid_pagination", "The request pagination value is invalid.");
    }
}
