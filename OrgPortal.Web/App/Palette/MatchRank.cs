namespace OrgPortal.Web.App.Palette;

/// <summary>How well a text was found, worst first.</summary>
internal enum MatchRank
{
    /// <summary>By another word that is not shown otherwise.</summary>
    Aside,

    /// <summary>In the middle of a word.</summary>
    Inside,

    /// <summary>At the start of a word.</summary>
    Word,

    /// <summary>At the start of the text.</summary>
    Start,
}
