using System.Globalization;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>Gives every line its verdict: the first thing that speaks against it. Asks nobody, so ten thousand lines take some milliseconds.</summary>
public static class ImportJudge
{
    private static readonly char[] BetweenRoles = ['|', ';', ',', '、', '；', '，'];

    /// <summary>The lines in their order, each with its verdict.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="roles">The roles for lines that name none.</param>
    /// <param name="days">The end for lines that say none.</param>
    public static IReadOnlyList<ImportRow> Judge(IReadOnlyList<ImportLine> lines, ImportFacts facts, IReadOnlyList<OrganizationRoleId> roles, int? days)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(facts);
        var seen = new Dictionary<EmailAddress, int>();
        var byName = facts.Roles.GroupBy(known => known.Role.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);
        IReadOnlyList<GrantableRole> usual = [.. facts.Roles.Where(known => roles.Contains(known.Role.Id))];
        return [.. lines.Select(line => Judge(line, facts, byName, usual, days, seen))];
    }

    private static ImportRow Judge(ImportLine line, ImportFacts facts, Dictionary<string, GrantableRole> byName, IReadOnlyList<GrantableRole> usual, int? days, Dictionary<EmailAddress, int> seen)
    {
        var (roles, unknown) = line.RoleIds is { Count: > 0 } ids ? RolesOf(ids, facts.Roles) : RolesOf(line.Roles, byName, usual);
        var letter = new Letter(LanguageOf(line.Language), line.Note).Clean();
        IReadOnlyList<string> names = [.. roles.Select(known => known.Role.Name)];
        ImportRow Row(ImportVerdict verdict, string? detail = null) => new(line, verdict, [.. roles.Select(known => known.Role.Id)], names, DaysOf(line.Expires, days), detail, letter);

        if (!EmailAddress.TryParse(line.Address, out var address))
        {
            return Row(ImportVerdict.InvalidAddress);
        }

        if (!seen.TryAdd(address, line.Number))
        {
            return Row(ImportVerdict.Duplicate, seen[address].ToString(CultureInfo.CurrentCulture));
        }

        return (facts, address) switch
        {
            _ when facts.Members?.Contains(address) is true => Row(ImportVerdict.AlreadyMember),
            _ when facts.Open.Contains(address) => Row(ImportVerdict.AlreadyInvited),
            _ when unknown is not null => Row(ImportVerdict.UnknownRole, unknown),
            _ when roles.Count == 0 => Row(ImportVerdict.NoRole),
            _ when roles.FirstOrDefault(known => !known.CanGrant) is { } above => Row(ImportVerdict.RoleAbove, above.Role.Name),
            _ when line.Expires.Length > 0 && DaysOf(line.Expires, null) is null => Row(ImportVerdict.InvalidExpiry),
            _ when letter.Check().FirstOrDefault() is { } wrong => Row(wrong.Field == "language" ? ImportVerdict.UnknownLanguage : ImportVerdict.InvalidNote, line.Language),
            _ when facts.Expired.Contains(address) => Row(ImportVerdict.Renews),
            _ => Row(ImportVerdict.Ready),
        };
    }

    private static (IReadOnlyList<GrantableRole> Roles, string? Unknown) RolesOf(IReadOnlyList<OrganizationRoleId> ids, IReadOnlyList<GrantableRole> known) =>
        ([.. known.Where(role => ids.Contains(role.Role.Id))], ids.Where(id => !known.Any(role => role.Role.Id == id)).Select(id => id.Value).FirstOrDefault());

    private static (IReadOnlyList<GrantableRole> Roles, string? Unknown) RolesOf(string text, Dictionary<string, GrantableRole> byName, IReadOnlyList<GrantableRole> usual)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (usual, null);
        }

        // A role may have such a character in its name.
        if (byName.TryGetValue(text.Trim(), out var whole))
        {
            return ([whole], null);
        }

        var names = text.Split(BetweenRoles, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return ([.. names.Where(byName.ContainsKey).Select(name => byName[name]).Distinct()], names.FirstOrDefault(name => !byName.ContainsKey(name)));
    }

    // As people and other programs write it.
    private static string? LanguageOf(string text) => text.Length == 0 ? null
        : PortalCultures.All.FirstOrDefault(culture => string.Equals(culture.Name, text, StringComparison.OrdinalIgnoreCase) || string.Equals(culture.TwoLetterISOLanguageName, text.Split('-', '_')[0], StringComparison.OrdinalIgnoreCase))?.Name ?? text;

    private static int? DaysOf(string text, int? days) =>
        text.Length == 0 ? days
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said is >= 1 and <= InvitationOptions.LongestExpiryInDays ? said
        : null;
}
