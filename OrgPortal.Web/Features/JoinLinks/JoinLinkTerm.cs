using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>What a stored link says, read.</summary>
internal static class JoinLinkTerm
{
    private const char Separator = ' ';

    /// <summary>The organization.</summary>
    public static OrganizationId Organization(this JoinLink link) => OrganizationId.Parse(link.OrganizationId, null);

    /// <summary>Who vouches.</summary>
    public static UserId Maker(this JoinLink link) => UserId.Parse(link.CreatedById, null);

    /// <summary>The roles that it gives.</summary>
    public static IReadOnlyList<OrganizationRoleId> Roles(this JoinLink link) =>
        [.. link.RoleIds.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(id => OrganizationRoleId.Parse(id, null))];

    /// <summary>The domains that it is for; none for anybody.</summary>
    public static IReadOnlyList<AllowedDomain> AllowedDomains(this JoinLink link) =>
        [.. link.Domains.Split(Separator, StringSplitOptions.RemoveEmptyEntries).Select(text => AllowedDomain.TryParse(text, out var domain) ? domain : default)];

    /// <summary>Whether an address may use it, as far as its domain goes.</summary>
    public static bool Admits(this JoinLink link, string? address) =>
        link.Domains.Length == 0 || (AllowedDomain.OfAddress(address) is { } domain && link.AllowedDomains().Contains(domain));

    /// <summary>Where it stands by what the store knows alone.</summary>
    public static JoinLinkState StateAt(this JoinLink link, DateTimeOffset now) => link switch
    {
        { IsOn: false } => JoinLinkState.Off,
        _ when link.ExpiresAt <= now => JoinLinkState.Expired,
        { MaxUses: { } most } when link.Uses >= most => JoinLinkState.UsedUp,
        _ => JoinLinkState.Live,
    };

    /// <summary>What a person may change of it, in a few letters: another one means that somebody has.</summary>
    public static string Version(this JoinLink link) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        link.Name,
        Join(link.RoleIds.Split(Separator).Order(StringComparer.Ordinal)),
        Join(link.Domains.Split(Separator).Order(StringComparer.Ordinal)),
        link.MaxUses?.ToString(CultureInfo.InvariantCulture),
        link.ExpiresAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)))))[..16];

    /// <summary>Domains that have passed <see cref="JoinLinkCheck"/>, in one text.</summary>
    public static string JoinDomains(IEnumerable<string> domains) => Join(domains.Select(text => AllowedDomain.TryParse(text, out var domain) ? domain.Value : string.Empty).Distinct());

    /// <summary>Several values in one text.</summary>
    public static string Join(IEnumerable<string> values) => string.Join(Separator, values);
}
