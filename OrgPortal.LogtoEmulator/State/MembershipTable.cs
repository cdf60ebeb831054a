using System.Collections.Immutable;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>
/// Who (a user, or an application) is in which organization, and with which organization roles. Members of an
/// organization stand in the order of their ids, so that a page out of 100,000 is a slice and not a sort.
/// </summary>
internal sealed class MembershipTable
{
    private readonly Dictionary<string, Organization> _organizations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _organizationsByMember = new(StringComparer.Ordinal);

    public int Count(string organizationId) =>
        _organizations.TryGetValue(organizationId, out var organization) ? organization.Ids.Count : 0;

    public bool Has(string organizationId, string memberId) =>
        _organizations.TryGetValue(organizationId, out var organization) && organization.Roles.ContainsKey(memberId);

    /// <summary>The members' ids in order, without copying: use it up inside the lock.</summary>
    public IReadOnlyList<string> Ids(string organizationId) =>
        _organizations.TryGetValue(organizationId, out var organization) ? organization.Ids : [];

    /// <summary>The ids of the member's organization roles; null for who is no member.</summary>
    public ImmutableHashSet<string>? FindRoles(string organizationId, string memberId) =>
        _organizations.TryGetValue(organizationId, out var organization)
        && organization.Roles.TryGetValue(memberId, out var roles)
            ? roles
            : null;

    /// <summary>The same of those members who have a role.</summary>
    public IReadOnlyList<string> IdsWithRole(string organizationId, string roleId) =>
        _organizations.TryGetValue(organizationId, out var organization)
        && organization.ByRole.TryGetValue(roleId, out var holders)
            ? holders.Ordered
            : [];

    public IReadOnlyCollection<string> OrganizationsOf(string memberId) =>
        _organizationsByMember.TryGetValue(memberId, out var organizations) ? organizations : [];

    /// <summary>Adds those who are not in yet and returns them.</summary>
    public IReadOnlyList<string> Add(string organizationId, IReadOnlyCollection<string> memberIds)
    {
        if (!_organizations.TryGetValue(organizationId, out var organization))
        {
            _organizations[organizationId] = organization = new Organization();
        }

        var added = new List<string>();
        foreach (var member in memberIds)
        {
            if (organization.Roles.TryAdd(member, []))
            {
                added.Add(member);
                if (!_organizationsByMember.TryGetValue(member, out var organizations))
                {
                    _organizationsByMember[member] = organizations = new SortedSet<string>(StringComparer.Ordinal);
                }

                organizations.Add(organizationId);
            }
        }

        organization.Insert(added);
        return added;
    }

    /// <summary>Replaces the roles of somebody who is a member.</summary>
    public void SetRoles(string organizationId, string memberId, ImmutableHashSet<string> roles)
    {
        if (Has(organizationId, memberId))
        {
            _organizations[organizationId].SetRoles(memberId, roles);
        }
    }

    public bool Remove(string organizationId, string memberId)
    {
        if (!_organizations.TryGetValue(organizationId, out var organization) || !organization.Roles.ContainsKey(memberId))
        {
            return false;
        }

        organization.SetRoles(memberId, []);
        organization.Roles.Remove(memberId);
        organization.Ids.RemoveAt(organization.Ids.BinarySearch(memberId, StringComparer.Ordinal));
        _organizationsByMember[memberId].Remove(organizationId);
        return true;
    }

    public void RemoveMember(string memberId)
    {
        foreach (var organization in OrganizationsOf(memberId).ToArray())
        {
            Remove(organization, memberId);
        }

        _organizationsByMember.Remove(memberId);
    }

    public void RemoveOrganization(string organizationId)
    {
        if (_organizations.Remove(organizationId, out var organization))
        {
            foreach (var member in organization.Ids)
            {
                _organizationsByMember[member].Remove(organizationId);
            }
        }
    }

    /// <summary>Takes a role that is no more from everybody who had it.</summary>
    public void RemoveRole(string roleId)
    {
        foreach (var organization in _organizations.Values)
        {
            foreach (var member in organization.ByRole.GetValueOrDefault(roleId)?.Ordered ?? [])
            {
                organization.SetRoles(member, organization.Roles[member].Remove(roleId));
            }
        }
    }

    private sealed class Organization
    {
        public List<string> Ids { get; } = [];

        public Dictionary<string, ImmutableHashSet<string>> Roles { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, Holders> ByRole { get; } = new(StringComparer.Ordinal);

        public void SetRoles(string member, ImmutableHashSet<string> roles)
        {
            var before = Roles[member];
            Roles[member] = roles;
            foreach (var role in before.Except(roles))
            {
                ByRole[role].Remove(member);
            }

            foreach (var role in roles.Except(before))
            {
                if (!ByRole.TryGetValue(role, out var members))
                {
                    ByRole[role] = members = new Holders();
                }

                members.Add(member);
            }
        }

        public void Insert(List<string> added)
        {
            if (added.Count > 32)
            {
                Ids.AddRange(added);
                Ids.Sort(StringComparer.Ordinal);
                return;
            }

            foreach (var member in added)
            {
                Ids.Insert(~Ids.BinarySearch(member, StringComparer.Ordinal), member);
            }
        }
    }

    /// <summary>Who has a role, in order. The list is made when it is first asked for after a change, so that turning pages costs nothing.</summary>
    private sealed class Holders
    {
        private readonly SortedSet<string> _ids = new(StringComparer.Ordinal);
        private string[]? _ordered;

        public IReadOnlyList<string> Ordered => _ordered ??= [.. _ids];

        public void Add(string id)
        {
            _ids.Add(id);
            _ordered = null;
        }

        public void Remove(string id)
        {
            _ids.Remove(id);
            _ordered = null;
        }
    }
}
