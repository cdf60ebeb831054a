using Microsoft.Extensions.Localization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.App.Palette;

/// <summary>
/// What there is to find here: entries of the navigation, what features add, what searches know, and what was read since the palette was opened. Rights only
/// decide what is shown; whatever is chosen asks again.
/// </summary>
internal sealed class PaletteContents(
    IEnumerable<INavigationSource> navigation, IEnumerable<ICommandSource> sources, IEnumerable<ICommandSearch> searches, RecentCommands recent, IStringLocalizer<AppText> texts)
{
    private const int MostPerGroup = 8;

    /// <summary>The commands here, without people and organizations.</summary>
    public IReadOnlyList<PaletteCommand> CommandsFor(OrganizationAccess? access) =>
        [.. PagesOf(access), .. sources.SelectMany(source => source.CommandsFor(access)).Where(command => !IsInDoubt(command, access))];

    /// <summary>Before anything is typed: what was used lately, then everything that can be done and every page.</summary>
    /// <param name="access">The open organization, if one is.</param>
    /// <param name="commands">Of <see cref="CommandsFor"/>.</param>
    public IReadOnlyList<PaletteSection> Everything(OrganizationAccess? access, IReadOnlyList<PaletteCommand> commands)
    {
        var used = recent.All.Where(command => IsStillThere(command, access, commands)).Select(PaletteHit.Of).ToList();
        var rest = commands.Where(command => used.All(hit => hit.Command.Key != command.Key)).Select(PaletteHit.Of);
        List<PaletteSection> sections = used.Count == 0 ? [] : [new PaletteSection(texts["PaletteRecent"], used)];
        sections.AddRange(rest.GroupBy(hit => hit.Command.Group).OrderBy(group => group.Key).Select(group => SectionOf(group.Key, group, access, int.MaxValue)));
        return sections;
    }

    /// <summary>What was typed: the best first within each group, and the group with the best of all first.</summary>
    /// <param name="typed">At least one letter.</param>
    /// <param name="access">The open organization, if one is.</param>
    /// <param name="commands">Of <see cref="CommandsFor"/>, and what was read since.</param>
    /// <param name="found">What searches found by the words themselves.</param>
    public IReadOnlyList<PaletteSection> Matching(string typed, OrganizationAccess? access, IReadOnlyList<PaletteCommand> commands, IReadOnlyList<PaletteCommand> found)
    {
        var known = access is null ? [] : searches.SelectMany(search => search.Known(access));
        var hits = commands.Concat(known).Select(command => PaletteHit.Find(typed, command)).OfType<PaletteHit>()
            .Concat(found.Select(command => PaletteHit.Find(typed, command) ?? PaletteHit.Of(command) with { Rank = MatchRank.Aside }))
            .DistinctBy(hit => hit.Command.Key);
        var places = sources.SelectMany(source => source.SearchesFor(access, typed)).Where(command => !IsInDoubt(command, access)).Select(command => PaletteHit.Of(command) with { Rank = MatchRank.Aside });
        return [.. hits.Concat(places)
            .GroupBy(hit => hit.Command.Group)
            .OrderByDescending(group => group.Max(hit => hit.Rank)).ThenBy(group => group.Key)
            .Select(group => SectionOf(group.Key, group.OrderByDescending(hit => hit.Rank), access, MostPerGroup))];
    }

    /// <summary>The command with these keys that is permitted here, if there is one.</summary>
    public PaletteCommand? WithKeys(string keys, OrganizationAccess? access) => CommandsFor(access).FirstOrDefault(command => command.Keys == keys && !IsLocked(command, access));

    /// <summary>Whether the person lacks what it takes.</summary>
    public static bool IsLocked(PaletteCommand command, OrganizationAccess? access) => command.Permission is { } permission && access?.Allows(permission) is not true;

    private IEnumerable<PaletteCommand> PagesOf(OrganizationAccess? access) => access is null
        ? []
        : navigation.SelectMany(source => source.ItemsFor(access)).OrderBy(item => item.Order).Select(item => new PaletteCommand($"page:{item.Href}", PaletteGroup.Pages, item.Text, item.Icon)
        {
            Href = item.Href,
            Order = item.Order,
            Permission = item.Permission,
            Keys = item.Keys,
        });

    private PaletteSection SectionOf(PaletteGroup group, IEnumerable<PaletteHit> hits, OrganizationAccess? access, int most) => new(
        group switch
        {
            PaletteGroup.People => texts["PalettePeople", access?.Name ?? string.Empty],
            PaletteGroup.Actions => texts["PaletteActions"],
            PaletteGroup.Pages => texts["PalettePages"],
            PaletteGroup.Organizations => texts["SwitchOrganization"],
            _ => texts["MyAccount"],
        },
        [.. hits.OrderByDescending(hit => hit.Rank).ThenBy(hit => hit.Command.Order).Take(most)]);

    // While nobody can say what the person may do, what needs a right is left out; pages say so themselves.
    private static bool IsInDoubt(PaletteCommand command, OrganizationAccess? access) => access is { IsUncertain: true } && command is { Permission: not null, Group: not PaletteGroup.Pages };

    private bool IsStillThere(PaletteCommand command, OrganizationAccess? access, IReadOnlyList<PaletteCommand> commands) => command.Group switch
    {
        PaletteGroup.Organizations => access is null || command.Key != KeyOf(access.Id.Value),
        PaletteGroup.People => access is { IsUncertain: false } && !IsLocked(command, access) && searches.SelectMany(search => search.Known(access)).Any(known => known.Key == command.Key),
        _ => commands.Any(known => known.Key == command.Key),
    };

    /// <summary>The key of an organization to switch to.</summary>
    public static string KeyOf(string organization) => $"organization:{organization}";
}
