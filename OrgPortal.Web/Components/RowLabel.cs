namespace OrgPortal.Web.Components;

/// <summary>
/// Names a control of every row after what the row is called ("Actions for Ana Ferreira"). The words around the name stand on the page once, the name in the row has <see cref="RowPlace.NameId"/>:
/// the control stays as it is whoever the row shows.
/// </summary>
public sealed class RowLabel
{
    private readonly string _id;
    private readonly string _before;
    private readonly string _after;

    /// <summary>A label.</summary>
    /// <param name="id">An id of the page's own.</param>
    /// <param name="words">The words, with <c>{0}</c> for the name.</param>
    public RowLabel(string id, string words)
    {
        var at = words.IndexOf("{0}", StringComparison.Ordinal);
        _id = id;
        (_before, _after) = at < 0 ? (words.Trim(), string.Empty) : (words[..at].Trim(), words[(at + 3)..].Trim());
    }

    /// <summary>The words, to stand somewhere on the page; they are not shown.</summary>
    public Html Draw() => Html.Of($"{Draw(_before, _id)}{Draw(_after, AfterId)}");

    /// <summary>What <c>aria-labelledby</c> says in a row.</summary>
    public string Of(RowPlace place) => (_before, _after) switch
    {
        ("", _) => $"{place.NameId} {AfterId}",
        (_, "") => $"{_id} {place.NameId}",
        _ => $"{_id} {place.NameId} {AfterId}",
    };

    private string AfterId => _id + "-after";

    private static Html? Draw(string words, string id) => words.Length == 0 ? null : Html.Of($"<span id=\"{id}\" hidden>{words}</span>");
}
