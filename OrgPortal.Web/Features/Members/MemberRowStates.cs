using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members;

/// <summary>What is under way in the rows of a members page, what was refused there, and who has just come.</summary>
public sealed class MemberRowStates
{
    private readonly Dictionary<UserId, IReadOnlyList<OrganizationRoleName>> _chosen = [];
    private readonly Dictionary<UserId, Failure> _refusals = [];
    private readonly Dictionary<UserId, IReadOnlyList<OrganizationRoleId>> _wishes = [];
    private readonly HashSet<UserId> _busy = [];
    private HashSet<UserId> _arrived = [];

    /// <summary>Whether the member is being removed.</summary>
    public bool IsBusy(UserId member) => _busy.Contains(member);

    /// <summary>Whether the member was not there when the same rows were read before.</summary>
    public bool HasArrived(UserId member) => _arrived.Contains(member);

    /// <summary>Why the last act on the member was refused.</summary>
    public Failure? RefusalOf(UserId member) => _refusals.GetValueOrDefault(member);

    /// <summary>The roles that were chosen for the member when somebody else was faster: they can be chosen again, for what is true now.</summary>
    public IReadOnlyList<OrganizationRoleId>? WishOf(UserId member) => _wishes.GetValueOrDefault(member);

    /// <summary>Somebody else was faster.</summary>
    public void Wish(UserId member, IReadOnlyList<OrganizationRoleId> roles) => _wishes[member] = roles;

    /// <summary>The row with the roles chosen for it, before Logto has them.</summary>
    public MemberRow Apply(MemberRow row) => _chosen.TryGetValue(row.Id, out var chosen) ? row with { Roles = chosen } : row;

    /// <summary>Roles were chosen and are being saved.</summary>
    public void Choose(UserId member, IReadOnlyList<OrganizationRoleName> roles)
    {
        Dismiss(member);
        _chosen[member] = roles;
    }

    /// <summary>The member is being removed.</summary>
    public void Begin(UserId member)
    {
        Dismiss(member);
        _busy.Add(member);
    }

    /// <summary>What was under way has ended; what was chosen is taken back.</summary>
    public void End(UserId member, Failure? refusal)
    {
        _chosen.Remove(member);
        _busy.Remove(member);
        if (refusal is not null)
        {
            _refusals[member] = refusal;
        }
    }

    /// <summary>The refusal was read.</summary>
    public void Dismiss(UserId member)
    {
        _refusals.Remove(member);
        _wishes.Remove(member);
    }

    /// <summary>The same rows were read again.</summary>
    public void Compare(IEnumerable<MemberRow> before, IEnumerable<MemberRow> now) => _arrived = [.. now.Select(row => row.Id).Except(before.Select(row => row.Id))];

    /// <summary>Other rows are shown: refusals of rows that are gone do not come back with them.</summary>
    public void Clear()
    {
        _refusals.Clear();
        _wishes.Clear();
        _arrived = [];
    }
}
