using System.Globalization;

namespace OrgPortal.Web.Components;

/// <summary>Words that begin a sentence or a cell.</summary>
internal static class Sentence
{
    /// <summary>The same with a capital first letter, in the current language.</summary>
    /// <param name="words">At least one character.</param>
    public static string Of(string words) => char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];
}
