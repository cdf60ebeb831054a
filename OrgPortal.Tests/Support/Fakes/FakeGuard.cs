using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Support.Fakes;

/// <summary>
/// A guard that allows what the test granted, in the organizations that the test granted it for, and remembers what it was asked.
/// For a test of the real decision use the real guard over <c>FakeLogto</c>.
/// </summary>
public sealed class FakeGuard(FakeCurrentUser user) : IOrganizationGuard
{
    private readonly Dictionary<OrganizationId, HashSet<PermissionKey>> _granted = [];

    /// <summary>Every question, in order.</summary>
    public List<(OrganizationId Organization, PermissionKey? Permission, bool IsFresh)> Asked { get; } = [];

    /// <summary>When set, the answer to everything.</summary>
    public Failure? Answer { get; set; }

    /// <summary>Makes the signed-in person a member with these permissions.</summary>
    public FakeGuard Grant(OrganizationId organization, params PermissionKey[] permissions)
    {
        (_granted.TryGetValue(organization, out var held) ? held : _granted[organization] = []).UnionWith(permissions);
        return this;
    }

    public Task<Failure?> DenyReadUnlessAsync(OrganizationId organization, PermissionKey permission, CancellationToken cancellationToken = default) =>
        Decide(organization, permission, isFresh: false);

    public Task<Failure?> DenyReadUnlessMemberAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        Decide(organization, null, isFresh: false);

    public Task<Failure?> DenyUnlessAsync(OrganizationId organization, PermissionKey permission) => Decide(organization, permission, isFresh: true);

    public async Task<Failure?> DenyUnlessAllAsync(OrganizationId organization, IReadOnlyList<PermissionKey> permissions)
    {
        foreach (var permission in permissions)
        {
            if (await DenyUnlessAsync(organization, permission) is { } denied)
            {
                return denied;
            }
        }

        return null;
    }

    public Task<Failure?> DenyUnlessMemberAsync(OrganizationId organization) => Decide(organization, null, isFresh: true);

    public Task<Failure?> DenyUnlessHeldAsync(OrganizationId organization, PermissionKey permission) => Decide(organization, permission, isFresh: true);

    public Task<Failure?> DenyUnlessSignedInAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(user.Person is null ? new SignInRequired() : Answer);

    public Task<Failure?> DenyUnlessActiveAsync() => DenyUnlessSignedInAsync();

    public async Task<Result<User>> FindActiveAsync() =>
        await DenyUnlessActiveAsync() is { } denied ? denied : new User(user.Person!.Id, null, user.Person.EmailAddress, user.Person.Name, null, false, null);

    private Task<Failure?> Decide(OrganizationId organization, PermissionKey? permission, bool isFresh)
    {
        lock (Asked)
        {
            Asked.Add((organization, permission, isFresh));
        }

        Failure? denied = Answer ?? (user.Person, _granted.GetValueOrDefault(organization), permission) switch
        {
            (null, _, _) => new SignInRequired(),
            (_, null, _) => new NotFound(),
            (_, var held, { } needed) when !held.Contains(needed) => new Forbidden(needed.Value),
            _ => null,
        };
        return Task.FromResult(denied);
    }
}
