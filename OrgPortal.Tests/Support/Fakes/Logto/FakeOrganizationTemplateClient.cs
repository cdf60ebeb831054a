using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

/// <summary>The permissions of the template: what roles carry, and what <see cref="FakeLogto.IdlePermissions"/> adds. Nothing is changed through it in tests of services.</summary>
public sealed class FakeOrganizationTemplateClient(FakeLogto logto) : IOrganizationTemplateClient
{
    public Task<IReadOnlyList<OrganizationScope>> ListScopesAsync(CancellationToken cancellationToken = default) => logto.Calls.RunAsync<IReadOnlyList<OrganizationScope>>(
        logto,
        nameof(IOrganizationTemplateClient),
        nameof(ListScopesAsync),
        _ => [.. logto.Roles.SelectMany(role => role.Scopes).Select(scope => scope.Name).Union(logto.IdlePermissions).Order(StringComparer.Ordinal).Select(name => new OrganizationScope("scope-" + name, name))],
        cancellationToken);

    public Task<OrganizationScope> CreateScopeAsync(NewScope scope) => throw new NotSupportedException();

    public Task<OrganizationScope> DescribeScopeAsync(string scope, string description) => throw new NotSupportedException();

    public Task DeleteScopeAsync(string scope) => throw new NotSupportedException();

    public Task<OrganizationRoleName> CreateRoleAsync(NewOrganizationRole role) => throw new NotSupportedException();

    public Task UpdateRoleAsync(OrganizationRoleId role, OrganizationRoleChange change) => throw new NotSupportedException();

    public Task DeleteRoleAsync(OrganizationRoleId role) => throw new NotSupportedException();

    public Task ReplaceScopesAsync(OrganizationRoleId role, IReadOnlyList<string> scopes) => throw new NotSupportedException();

    public Task ReplaceResourceScopesAsync(OrganizationRoleId role, IReadOnlyList<string> scopes) => throw new NotSupportedException();
}
