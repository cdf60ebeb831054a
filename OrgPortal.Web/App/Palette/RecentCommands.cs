using OrgPortal.Web.Components;

namespace OrgPortal.Web.App.Palette;

/// <summary>What the person chose in the palette of this circuit, the newest first: a handful.</summary>
internal sealed class RecentCommands
{
    private const int Most = 5;

    private readonly List<PaletteCommand> _commands = [];

    /// <summary>The commands, newest first.</summary>
    public IReadOnlyList<PaletteCommand> All => _commands;

    /// <summary>Remembers one.</summary>
    public void Remember(PaletteCommand command)
    {
        _commands.RemoveAll(known => known.Key == command.Key);
        _commands.Insert(0, command);
        if (_commands.Count > Most)
        {
            _commands.RemoveAt(Most);
        }
    }
}
