using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.JoinLinks;

/// <summary>What a new link is to be like.</summary>
/// <param name="Name">What to call it: 1 to <see cref="MaxNameLength"/> characters.</param>
/// <param name="Roles">What it gives, at least one; none above the maker's own permissions.</param>
/// <param name="Domains">Whose addresses may use it, as typed; none for anybody who has the link.</param>
/// <param name="ExpiresInDays">1 to <see cref="LongestForAnybody"/>, with domains to <see cref="LongestForDomains"/>.</param>
/// <param name="MaxUses">How many people may join with it, 1 to <see cref="MostUses"/>; <see langword="null"/> for any number.</param>
public sealed record JoinLinkForm(
    string Name,
    IReadOnlyList<OrganizationRoleId> Roles,
    IReadOnlyList<string> Domains,
    int ExpiresInDays = JoinLinkForm.UsualDays,
    int? MaxUses = null)
{
    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 60;

    /// <summary>How long a link lives unless its maker chooses otherwise.</summary>
    public const int UsualDays = 7;

    /// <summary>The longest life of a link that anybody may use who gets hold of it. None lives for ever: a link that nobody remembers is a door that nobody watches.</summary>
    public const int LongestForAnybody = 30;

    /// <summary>The longest life of a link for addresses of certain domains.</summary>
    public const int LongestForDomains = 90;

    /// <summary>The most people that a limit can name.</summary>
    public const int MostUses = 100_000;

    /// <summary>The most domains of one link.</summary>
    public const int MostDomains = 20;
}
