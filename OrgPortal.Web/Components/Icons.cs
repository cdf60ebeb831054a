using System.Collections.Frozen;
using Microsoft.AspNetCore.Components;

namespace OrgPortal.Web.Components;

/// <summary>
/// The drawings behind <see cref="IconName"/>, as finished markup: an icon in a row then costs one frame and no component.
/// Icons are decoration; the control around them carries the name.
/// </summary>
internal static class Icons
{
    private static readonly FrozenDictionary<IconName, MarkupString> Drawings = new Dictionary<IconName, string>
    {
        [IconName.Alert] = """<path d="M8 2.6 14 13H2zM8 6.7v2.8M8 11.3h.01"/>""",
        [IconName.ArrowLeft] = """<path d="M13 8H3.2M7 4.2 3.2 8 7 11.8"/>""",
        [IconName.Bell] = """<path d="M8 2.4c2.2 0 3.8 1.7 3.8 3.9v2.4l1.2 2.1H3l1.2-2.1V6.3c0-2.2 1.6-3.9 3.8-3.9zM6.6 13.2h2.8"/>""",
        [IconName.Building] = """<path d="M3.5 13.5V3.4c0-.5.4-.9.9-.9h4.7c.5 0 .9.4.9.9v10.1M10 6.5h1.7c.5 0 .8.4.8.8v6.2M2.3 13.5h11.4M5.8 5.4h1.9M5.8 8h1.9M5.8 10.6h1.9"/>""",
        [IconName.Calendar] = """<rect x="2.5" y="3.5" width="11" height="10" rx="1.4"/><path d="M2.5 6.7h11M5.4 2.2v2.4M10.6 2.2v2.4"/>""",
        [IconName.Check] = """<path d="m3.2 8.5 3.1 3.1 6.5-7"/>""",
        [IconName.ChevronDown] = """<path d="M4.2 6.2 8 10l3.8-3.8"/>""",
        [IconName.ChevronLeft] = """<path d="M9.8 4.2 6 8l3.8 3.8"/>""",
        [IconName.ChevronRight] = """<path d="M6.2 4.2 10 8l-3.8 3.8"/>""",
        [IconName.ChevronUpDown] = """<path d="m5 6.2 3-3 3 3M5 9.8l3 3 3-3"/>""",
        [IconName.Clock] = """<circle cx="8" cy="8" r="5.7"/><path d="M8 4.9V8l2.1 1.4"/>""",
        [IconName.Compass] = """<circle cx="8" cy="8" r="5.7"/><path d="m10.5 5.5-1.4 3.6-3.6 1.4 1.4-3.6z"/>""",
        [IconName.Copy] = """<rect x="5.6" y="5.6" width="7.8" height="7.8" rx="1.5"/><path d="M10.4 5.6V4.1c0-.8-.7-1.5-1.5-1.5H4.1c-.8 0-1.5.7-1.5 1.5v4.8c0 .8.7 1.5 1.5 1.5h1.5"/>""",
        [IconName.Cross] = """<path d="m4 4 8 8M12 4l-8 8"/>""",
        [IconName.Dots] = """<g fill="currentColor" stroke="none"><circle cx="3.4" cy="8" r="1.2"/><circle cx="8" cy="8" r="1.2"/><circle cx="12.6" cy="8" r="1.2"/></g>""",
        [IconName.Download] = """<path d="M8 2.6v7.5M4.9 7 8 10.1 11.1 7M2.8 13.3h10.4"/>""",
        [IconName.Enter] = """<path d="M13 3.5v4a2 2 0 0 1-2 2H3.5M6.5 6.5l-3 3 3 3"/>""",
        [IconName.File] = """<path d="M9.2 2.4H4.9c-.7 0-1.2.5-1.2 1.2v8.8c0 .7.5 1.2 1.2 1.2h6.2c.7 0 1.2-.5 1.2-1.2V5.5zM9.2 2.4v3.1h3.1"/>""",
        [IconName.Globe] = """<circle cx="8" cy="8" r="5.7"/><path d="M2.3 8h11.4M8 2.3c1.7 1.6 2.5 3.5 2.5 5.7S9.7 12.1 8 13.7C6.3 12.1 5.5 10.2 5.5 8S6.3 3.9 8 2.3z"/>""",
        [IconName.Home] = """<path d="M2.6 7.2 8 2.8l5.4 4.4v5.5c0 .5-.4.8-.8.8H3.4c-.4 0-.8-.3-.8-.8zM6.3 13.5V9.7h3.4v3.8"/>""",
        [IconName.Info] = """<circle cx="8" cy="8" r="5.7"/><path d="M8 7.5v3.3M8 5.3h.01"/>""",
        [IconName.Key] = """<circle cx="5.1" cy="10.9" r="2.8"/><path d="m7.1 8.9 6-6M10.5 5.5l2 2"/>""",
        [IconName.Keyboard] = """<rect x="1.8" y="4" width="12.4" height="8" rx="1.4"/><path d="M4.4 6.6h.01M6.8 6.6h.01M9.2 6.6h.01M11.6 6.6h.01M5.6 9.4h4.8"/>""",
        [IconName.Link] = """<path d="M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.1-2.1a2.6 2.6 0 0 0-3.7-3.7l-.7.7M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.5 8.8a2.6 2.6 0 0 0 3.7 3.7l.7-.7"/>""",
        [IconName.List] = """<path d="M5.7 4.2h7.6M5.7 8h7.6M5.7 11.8h7.6M2.7 4.2h.01M2.7 8h.01M2.7 11.8h.01"/>""",
        [IconName.Lock] = """<rect x="3.3" y="7" width="9.4" height="6.5" rx="1.3"/><path d="M5.4 7V5.2a2.6 2.6 0 0 1 5.2 0V7"/>""",
        [IconName.Mail] = """<rect x="2.3" y="3.5" width="11.4" height="9" rx="1.3"/><path d="M2.8 4.6 8 8.8l5.2-4.2"/>""",
        [IconName.Menu] = """<path d="M2.6 4.4h10.8M2.6 8h10.8M2.6 11.6h10.8"/>""",
        [IconName.Moon] = """<path d="M13.3 9.5A5.6 5.6 0 1 1 6.5 2.7a4.5 4.5 0 0 0 6.8 6.8z"/>""",
        [IconName.Pause] = """<path d="M5.5 3.5v9M10.5 3.5v9"/>""",
        [IconName.People] = """<circle cx="6" cy="5.4" r="2.3"/><path d="M1.8 13.1c.4-2.4 2-3.7 4.2-3.7s3.8 1.3 4.2 3.7M10.5 3.3a2.3 2.3 0 0 1 0 4.3M11.8 9.7c1.3.5 2.1 1.7 2.4 3.4"/>""",
        [IconName.Person] = """<circle cx="8" cy="5.3" r="2.5"/><path d="M3.2 13.3c.4-2.5 2.2-3.9 4.8-3.9s4.4 1.4 4.8 3.9"/>""",
        [IconName.Plus] = """<path d="M8 3.2v9.6M3.2 8h9.6"/>""",
        [IconName.Refresh] = """<path d="M13.2 6.3A5.4 5.4 0 0 0 3.6 5.1M13.2 2.8v3.5H9.7M2.8 9.7a5.4 5.4 0 0 0 9.6 1.2M2.8 13.2V9.7h3.5"/>""",
        [IconName.Search] = """<circle cx="7" cy="7" r="4.3"/><path d="m10.2 10.2 3.3 3.3"/>""",
        [IconName.Send] = """<path d="M13.5 2.5 2.5 6.7l4.7 2.1 2.1 4.7zM13.5 2.5 7.2 8.8"/>""",
        [IconName.Shield] = """<path d="m8 2.3 4.7 1.6v3.9c0 2.9-1.8 4.9-4.7 5.9-2.9-1-4.7-3-4.7-5.9V3.9z"/>""",
        [IconName.SignOut] = """<path d="M6.3 13.3H3.9c-.7 0-1.2-.5-1.2-1.2V3.9c0-.7.5-1.2 1.2-1.2h2.4M10.2 11.1 13.3 8l-3.1-3.1M13.3 8H6"/>""",
        [IconName.Sliders] = """<path d="M2.5 5h3.2M9.3 5h4.2M2.5 11h4.7M10.8 11h2.7"/><circle cx="7.5" cy="5" r="1.8"/><circle cx="9" cy="11" r="1.8"/>""",
        [IconName.Sun] = """<circle cx="8" cy="8" r="2.8"/><path d="M8 1.9v1.2M8 12.9v1.2M1.9 8h1.2M12.9 8h1.2M3.7 3.7l.8.8M11.5 11.5l.8.8M12.3 3.7l-.8.8M4.5 11.5l-.8.8"/>""",
        [IconName.Swap] = """<path d="M3 5.5h9.5M9.8 2.8l2.7 2.7-2.7 2.7M13 10.5H3.5M6.2 7.8l-2.7 2.7 2.7 2.7"/>""",
        [IconName.Trash] = """<path d="M2.8 4.5h10.4M6 4.5V3.3c0-.4.3-.7.7-.7h2.6c.4 0 .7.3.7.7v1.2M4 4.5l.6 8.1c0 .5.4.9.9.9h5c.5 0 .9-.4.9-.9l.6-8.1"/>""",
        [IconName.Undo] = """<path d="m5.7 3-3 3 3 3M2.7 6h6.5a3.7 3.7 0 0 1 0 7.4H6.6"/>""",
        [IconName.Upload] = """<path d="M8 10.1V2.6M4.9 5.7 8 2.6l3.1 3.1M2.8 13.3h10.4"/>""",
        [IconName.Webhook] = """<circle cx="4" cy="11.4" r="2"/><circle cx="12" cy="11.4" r="2"/><circle cx="8" cy="4.1" r="2"/><path d="M7 5.9 4.9 9.6M9 5.9l2.1 3.7M6 11.4h4"/>""",
        [IconName.Wifi] = """<path d="M2.3 6.2a8.2 8.2 0 0 1 11.4 0M4.5 8.6a5.1 5.1 0 0 1 7 0M6.6 10.9a2.1 2.1 0 0 1 2.8 0M8 13h.01"/>""",
    }.ToFrozenDictionary(drawing => drawing.Key, drawing => new MarkupString($"""<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">{drawing.Value}</svg>"""));

    /// <summary>The icon as markup.</summary>
    public static MarkupString Draw(IconName name) => Drawings[name];
}
