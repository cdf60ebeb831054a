using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Components;

/// <summary>An entry of the navigation.</summary>
/// <param name="Text">One or two words.</param>
/// <param name="Icon">Its drawing.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Order">Its place, smallest first: 50 the overview, 100 people, 200 audit log, 300 domains, 900 settings.</param>
public sealed record NavigationItem(string Text, IconName Icon, string Href, int Order)
{
    /// <summary>From this place on entries stand apart from the others, at the end.</summary>
    public const int Apart = 900;

    /// <summary>What one must be allowed to do; the entry of somebody who may not keeps its place and says why.</summary>
    public PermissionKey? Permission { get; init; }

    /// <summary>The heading it stands under; none for the entries at the top and for settings.</summary>
    public string? Section { get; init; }

    /// <summary>The start of the paths on which it is the current entry, where that is not <see cref="Href"/> itself.</summary>
    public string? Prefix { get; init; }

    /// <summary>Whether it is the current entry on its own page only, not on the pages below it.</summary>
    public bool IsAlone { get; init; }

    /// <summary>How many things ask for action there; none when zero.</summary>
    public int Attention { get; init; }

    /// <summary>The keys that lead there, one after the other: <c>g p</c>. Nothing when there are none.</summary>
    public string? Keys { get; init; }
}
