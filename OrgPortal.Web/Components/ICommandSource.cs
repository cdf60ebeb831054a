namespace OrgPortal.Web.Components;

/// <summary>
/// Adds commands to the palette and its keyboard shortcuts. Features register one each (scoped). It is asked anew whenever the palette is opened, and
/// answers from what is known: it reads nothing. Entries of the navigation are there already.
/// </summary>
public interface ICommandSource
{
    /// <summary>The commands there are here, in the current language.</summary>
    /// <param name="access">The open organization, if one is.</param>
    IEnumerable<PaletteCommand> CommandsFor(OrganizationAccess? access);

    /// <summary>The places that look for what was typed, which are offered whatever it is: "Audit log, entries with …". At most one or two.</summary>
    IEnumerable<PaletteCommand> SearchesFor(OrganizationAccess? access, string text) => [];
}
