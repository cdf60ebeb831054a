using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Support.Fakes;

/// <summary>Organizations for the shell, in a dictionary.</summary>
public sealed class FakeShellSource : IShellSource
{
    private readonly Dictionary<OrganizationId, OrganizationAccess> _organizations = [];
    private readonly Lock _gate = new();
    private readonly List<Subscription> _watched = [];

    /// <summary>When set, nothing can be read.</summary>
    public Failure? Failure { get; set; }

    /// <summary>When set, reading does not even end with a failure.</summary>
    public Exception? Exception { get; set; }

    /// <summary>How often the organizations were listed.</summary>
    public int Listings { get; private set; }

    /// <summary>The organizations that are watched now.</summary>
    public IEnumerable<string> Watched => Now().Select(subscription => subscription.Organization.Value);

    public void Add(string id, string name, params PermissionKey[] permissions)
    {
        var organization = OrganizationId.Parse(id);
        _organizations[organization] = new OrganizationAccess(organization, name, null, [], permissions.ToHashSet());
    }

    /// <summary>The person belongs to it no more.</summary>
    public void Remove(string id) => _organizations.Remove(OrganizationId.Parse(id));

    /// <summary>Something about the organization has changed: so many things at once.</summary>
    public void Tell(string id, int changes = 1)
    {
        var told = Now().Where(subscription => subscription.Organization.Value == id).ToList();
        foreach (var subscription in Enumerable.Repeat(told, changes).SelectMany(all => all))
        {
            subscription.Changed();
        }
    }

    /// <summary>Whether the pages of the organization show what these permissions allow.</summary>
    public bool IsShown(string id, params PermissionKey[] permissions) =>
        Now().Where(subscription => subscription.Organization.Value == id).All(subscription => subscription.IsShown(new OrganizationRights(true, permissions.ToHashSet())));

    public Task<Result<OrganizationAccess>> OpenAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        if (Exception is not null)
        {
            return Task.FromException<Result<OrganizationAccess>>(Exception);
        }

        if (Failure is not null)
        {
            return Task.FromResult<Result<OrganizationAccess>>(Failure);
        }

        return Task.FromResult<Result<OrganizationAccess>>(_organizations.TryGetValue(organization, out var access) ? access : new NotFound());
    }

    public Task<Result<IReadOnlyList<ShellOrganization>>> OrganizationsAsync(CancellationToken cancellationToken)
    {
        Listings++;
        return Task.FromResult(Result.Of<IReadOnlyList<ShellOrganization>>([.. _organizations.Values.Select(access => new ShellOrganization(access.Id, access.Name))]));
    }

    public IDisposable Watch(OrganizationId organization, Func<OrganizationRights, bool> isShown, Action changed)
    {
        var subscription = new Subscription(this, organization, isShown, changed);
        lock (_gate)
        {
            _watched.Add(subscription);
        }

        return subscription;
    }

    private List<Subscription> Now()
    {
        lock (_gate)
        {
            return [.. _watched];
        }
    }

    private sealed record Subscription(FakeShellSource Source, OrganizationId Organization, Func<OrganizationRights, bool> IsShown, Action Changed) : IDisposable
    {
        public void Dispose()
        {
            lock (Source._gate)
            {
                Source._watched.Remove(this);
            }
        }
    }
}
