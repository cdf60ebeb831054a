using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeOrganizationRolesClient(FakeLogto logto) : IOrganizationRolesClient
{
    public Task<IReadOnlyList<OrganizationRole>> ListAsync(CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync<IReadOnlyList<OrganizationRole>>(
            logto, nameof(IOrganizationRolesClient), nameof(ListAsync), _ => [.. logto.Roles.OrderBy(role => role.Name, StringComparer.Ordinal)], cancellationToken);

    public void Forget()
    {
    }
}
