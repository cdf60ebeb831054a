namespace OrgPortal.Web.Components;

/// <summary>The button of a row that says what is chosen and opens an <see cref="OptionPanel{TValue}"/>, as markup: <see cref="DataTable{TItem}.OnPress"/> tells when it was pressed.</summary>
internal static class OptionButton
{
    /// <summary>The button.</summary>
    /// <param name="id">Its id (<see cref="RowPlace.IdOf"/>).</param>
    /// <param name="labelledBy">What is chosen here (<see cref="RowLabel.Of"/>); what is chosen is said after it.</param>
    /// <param name="shown">What is chosen.</param>
    /// <param name="isBusy">Whether the choice is being done, or what there is to choose is being read.</param>
    public static Html Draw(string id, string labelledBy, string shown, bool isBusy) => Html.Of($"""
        <button class="{CssClass.Join("select select-quiet", isBusy ? "is-busy" : null)}" type="button" id="{id}" data-press aria-haspopup="menu" aria-labelledby="{labelledBy} {id}"{(isBusy ? Html.Of($" aria-busy=\"true\"") : null)}><span title="{shown}">{shown}</span>{(isBusy ? Html.Of($"<span class=\"spinner\" aria-hidden=\"true\"></span>") : Html.Of($"{IconName.ChevronDown}"))}</button>
        """);

    /// <summary>What stands there for whoever may not choose at all.</summary>
    /// <param name="shown">What is chosen.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static Html DrawLocked(string shown, string reason) =>
        Html.Of($"<span class=\"option-locked\" tabindex=\"0\" data-tip=\"{reason}\" aria-description=\"{reason}\">{shown}{IconName.Lock}</span>");
}
