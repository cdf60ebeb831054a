using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Components;

/// <summary>One thing to find in the command palette: a page, a person, an act. It leads somewhere or presses what does it.</summary>
/// <param name="Key">Names it among all others, also in another language: <c>act:invite</c>.</param>
/// <param name="Group">Where it stands.</param>
/// <param name="Text">What it is called; for an act verb and object.</param>
/// <param name="Icon">Its drawing, unless it has a <see cref="Face"/>.</param>
public sealed record PaletteCommand(string Key, PaletteGroup Group, string Text, IconName Icon)
{
    /// <summary>Its place among equals, smallest first.</summary>
    public int Order { get; init; }

    /// <summary>Where it leads, as a path.</summary>
    public string? Href { get; init; }

    /// <summary>The control of the page that does it, as a CSS selector, in place of <see cref="Href"/>: forms that are posted, what only the browser can do.</summary>
    public string? Presses { get; init; }

    /// <summary>A part of what it is called, in a quieter tone after it; is found too.</summary>
    public string? Detail { get; init; }

    /// <summary>Other words by which it is found, shown only then: an address.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>A word at its end: a role.</summary>
    public string? Note { get; init; }

    /// <summary>What one must be allowed to do. An act that is not permitted stays and says who can help; a page says so itself.</summary>
    public PermissionKey? Permission { get; init; }

    /// <summary>The keys that do it without the palette, one after the other: <c>g p</c>, <c>i</c>.</summary>
    public string? Keys { get; init; }

    /// <summary>A person or an organization in place of the icon.</summary>
    public PaletteFace? Face { get; init; }
}
