using System.Collections.Immutable;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Organization roles of machine applications.</summary>
internal static class OrganizationApplicationRoles
{
    private const string All = "/organizations/{id}/applications/{applicationId}/roles";

    public static void Map(ManagementRoutes routes)
    {
        routes.Post("/organizations/{id}/applications/roles", AddMany);
        routes.Get(All, call =>
        {
            var roles = call.State.Read(tables => Held(tables, call)
                .Select(tables.OrganizationRoles.Find)
                .OfType<OrganizationRole>()
                .OrderBy(role => role.Name, StringComparer.Ordinal)
                .ToArray());
            return call.Listed(roles, role => role);
        });
        routes.Post(All, call => Change(call, (held, given) => held.Union(given), Answer.CreatedText));
        routes.Put(All, call => Change(call, (_, given) => [.. given], Answer.NoContent));
        routes.Delete(All + "/{organizationRoleId}", call =>
        {
            var role = call.Route("organizationRoleId");
            call.State.Write(tables =>
            {
                var held = Held(tables, call);
                var left = held.Remove(role);
                Save(tables, call, left.Count < held.Count ? left : throw Refusals.NotFound());
            });
            return Answer.NoContent;
        });
    }

    private static ImmutableHashSet<string> Held(LogtoTables tables, Call call) =>
        tables.ApplicationMembers.FindRoles(call.Id, call.Route("applicationId")) ?? throw Refusals.MembershipRequired();

    private static void Save(LogtoTables tables, Call call, ImmutableHashSet<string> roles) =>
        tables.ApplicationMembers.SetRoles(call.Id, call.Route("applicationId"), roles);

    /// <summary>Unlike with users, an empty list is refused even where it would replace.</summary>
    private static Answer Change(
        Call call, Func<ImmutableHashSet<string>, string[], ImmutableHashSet<string>> change, Answer answer)
    {
        call.State.Read(tables => Held(tables, call));
        var guard = call.Guard();
        var ids = guard.Ids("organizationRoleIds", least: 1);
        guard.Done();
        call.State.Write(tables =>
        {
            tables.RequireRoles(ids, RoleType.MachineToMachine);
            Save(tables, call, change(Held(tables, call), ids));
        });
        return answer;
    }

    private static Answer AddMany(Call call)
    {
        var guard = call.Guard();
        var applications = guard.Ids("applicationIds", least: 1);
        var roles = guard.Ids("organizationRoleIds", least: 1);
        guard.Done();
        call.State.Write(tables =>
        {
            if (!applications.All(application => tables.ApplicationMembers.Has(call.Id, application)))
            {
                throw Refusals.ForeignKey([call.Id, .. applications]);
            }

            tables.RequireRoles(roles, RoleType.MachineToMachine);
            foreach (var application in applications)
            {
                var held = tables.ApplicationMembers.FindRoles(call.Id, application)!;
                tables.ApplicationMembers.SetRoles(call.Id, application, held.Union(roles));
            }
        });
        return Answer.CreatedText;
    }
}
