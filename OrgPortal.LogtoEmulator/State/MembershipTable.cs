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
    public ImmutableSortedSet<string>? FindRoles(string organizationId, string memberId) =>
        _organizations.TryGetValue(organizationId, out var organization)
        && organization.Roles.TryGetValue(memberId, out var roles)
            ? roles
            : null;

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
    public void SetRoles(string organizationId, string memberId, ImmutableSortedSet<string> roles)
    {
        if (Has(organizationId, memberId))
        {
            _organizations[organizationId].Roles[memberId] = roles;
        }
    }

    public bool Remove(string organizationId, string memberId)
    {
        if (!_organizations.TryGetValue(organizationId, out var organization) || !organization.Roles.Remove(memberId))
        {
            return false;
        }

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
        foreach (var roles in _organizations.Values.Select(organization => organization.Roles))
        {
            foreach (var (member, held) in roles.Where(pair => pair.Value.Contains(roleId)).ToArray())
            {
                roles[member] = held.Remove(roleId);
            }
        }
    }

    private sealed class Organization
    {
        public List<string> Ids { get; } = [];

        public Dictionary<string, ImmutableSortedSet<string>> Roles { get; } = new(StringComparer.Ordinal);

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
}
