using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeOrganizationRolesClient(FakeLogto logto) : IOrganizationRolesClient
{
    private IReadOnlyList<OrganizationRole> _last = [];

    public Task<IReadOnlyList<OrganizationRole>> ListAsync(CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync(logto, nameof(IOrganizationRolesClient), nameof(ListAsync), _ => List(), cancellationToken);

    public void Forget()
    {
    }

    // The same list as long as nothing has changed, as the client that remembers it gives out.
    private IReadOnlyList<OrganizationRole> List()
    {
        IReadOnlyList<OrganizationRole> roles = [.. logto.Roles.OrderBy(role => role.Name, StringComparer.Ordinal)];
        return roles.SequenceEqual(_last) ? _last : _last = roles;
    }
}
