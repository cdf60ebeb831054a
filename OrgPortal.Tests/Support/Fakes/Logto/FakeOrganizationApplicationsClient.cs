using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Tests.Support.Fakes.Logto;

public sealed class FakeOrganizationApplicationsClient(FakeLogto logto) : IOrganizationApplicationsClient
{
    public Task<Page<OrganizationApplication>> ListAsync(OrganizationId organization, PageRequest page, CancellationToken cancellationToken = default) => Run(nameof(ListAsync), _ =>
    {
        var all = logto.Machines.Where(one => one.Organization == organization).ToList();
        return new Page<OrganizationApplication>([.. all.Skip((page.Number - 1) * page.Size).Take(page.Size).Select(View)], page, all.Count);
    }, cancellationToken);

    public Task AddAsync(OrganizationId organization, string application) => Run(nameof(AddAsync), call =>
    {
        if (!logto.Organizations.Exists(one => one.Id == organization) || !logto.Applications.Exists(one => one.Id == application))
        {
            throw FakeLogto.Unprocessable("entity.relation_foreign_key_not_found", call);
        }

        if (Find(organization, application) is null)
        {
            logto.Machines.Add(new FakeMachineMembership(organization, application));
        }

        return true;
    });

    public Task RemoveAsync(OrganizationId organization, string application) => Run(nameof(RemoveAsync), call =>
        logto.Machines.RemoveAll(one => one.Organization == organization && one.Application == application) > 0 ? true : throw FakeLogto.NotFound("entity.not_found", call));

    public Task<IReadOnlyList<OrganizationRoleName>> ListRolesAsync(OrganizationId organization, string application, CancellationToken cancellationToken = default) =>
        Run(nameof(ListRolesAsync), call => logto.NameRoles(Require(organization, application, call).Roles), cancellationToken);

    public Task AddRolesAsync(OrganizationId organization, string application, IReadOnlyList<OrganizationRoleId> roles) => Run(nameof(AddRolesAsync), call =>
    {
        var held = Require(organization, application, call).Roles;
        Check(roles, call);
        held.AddRange(roles.Except(held));
        return true;
    });

    public Task ReplaceRolesAsync(OrganizationId organization, string application, IReadOnlyList<OrganizationRoleId> roles) => Run(nameof(ReplaceRolesAsync), call =>
    {
        var held = Require(organization, application, call).Roles;
        Check(roles, call);
        held.Clear();
        held.AddRange(roles);
        return true;
    });

    private void Check(IReadOnlyList<OrganizationRoleId> roles, string call)
    {
        if (roles.Any(id => logto.Roles.Find(role => role.Id == id) is not { } role || !role.IsForMachines))
        {
            throw FakeLogto.Unprocessable(roles.All(id => logto.Roles.Exists(role => role.Id == id)) ? "entity.db_constraint_violated" : "entity.relation_foreign_key_not_found", call);
        }
    }

    private OrganizationApplication View(FakeMachineMembership membership)
    {
        var application = logto.Applications.Single(one => one.Id == membership.Application);
        return new OrganizationApplication(application.Id, application.Name, application.Description, logto.NameRoles(membership.Roles));
    }

    private FakeMachineMembership? Find(OrganizationId organization, string application) => logto.Machines.Find(one => one.Organization == organization && one.Application == application);

    private FakeMachineMembership Require(OrganizationId organization, string application, string call) =>
        Find(organization, application) ?? throw FakeLogto.Unprocessable("organization.require_membership", call);

    private Task<T> Run<T>(string method, Func<string, T> act, CancellationToken cancellationToken = default) =>
        logto.Calls.RunAsync(logto, nameof(IOrganizationApplicationsClient), method, act, cancellationToken);
}
