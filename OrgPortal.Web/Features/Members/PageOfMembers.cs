using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Members;

/// <summary>
/// A page of members as Logto has them, with what only the portal knows of them. Several may have asked for it; its rows are described once for all to whom they say the same.
/// </summary>
/// <param name="members">Logto's page.</param>
/// <param name="terms">Until when some of them are members; nobody where the store did not answer.</param>
internal sealed class PageOfMembers(Page<OrganizationMember> members, IReadOnlyDictionary<UserId, MembershipTerm> terms)
{
    private readonly Lock _gate = new();
    private readonly List<(Onlooker For, SharedPage<MemberRow> Rows)> _described = [];

    /// <summary>Logto's page.</summary>
    public Page<OrganizationMember> Members => members;

    /// <summary>Until when some of them are members.</summary>
    public IReadOnlyDictionary<UserId, MembershipTerm> Terms => terms;

    /// <summary>The rows, as somebody is told them.</summary>
    /// <param name="rights">What they may do.</param>
    /// <param name="me">Who they are.</param>
    /// <param name="roles">The organization's roles as they are known; empty when they are not.</param>
    /// <param name="isAll">Whether nobody was searched or sifted out.</param>
    /// <param name="describe">Describes all rows, for exactly these.</param>
    public Page<MemberRow> DescribeFor(OrganizationRights rights, UserId me, IReadOnlyList<OrganizationRole> roles, bool isAll, Func<IReadOnlyList<MemberRow>> describe)
    {
        var onlooker = new Onlooker(rights, members.Items.Any(member => member.Id == me) ? me : null, roles, isAll);
        lock (_gate)
        {
            foreach (var (others, known) in _described)
            {
                if (others.SeesTheSameAs(onlooker))
                {
                    return known;
                }
            }

            var rows = new SharedPage<MemberRow>(describe(), members.Request, members.TotalCount);
            _described.Add((onlooker, rows));
            return rows;
        }
    }

    // Whoever is not on the page sees nothing of themselves in it. The roles are one and the same list for as long as they are remembered.
    private readonly record struct Onlooker(OrganizationRights Rights, UserId? OnPage, IReadOnlyList<OrganizationRole> Roles, bool IsAll)
    {
        public bool SeesTheSameAs(Onlooker other) => OnPage == other.OnPage && IsAll == other.IsAll && ReferenceEquals(Roles, other.Roles) && Rights.IsSameAs(other.Rights);
    }
}
