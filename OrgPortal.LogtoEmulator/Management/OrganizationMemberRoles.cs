using System.Collections.Immutable;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Organization roles of members. No webhook tells of them.</summary>
internal static class OrganizationMemberRoles
{
    public static void Map(ManagementRoutes routes)
    {
        routes.Post("/organizations/{id}/users/roles", AddMany);
        routes.Get("/organizations/{id}/users/{userId}/roles", call =>
        {
            var roles = call.State.Read(tables => Held(tables, call)
                .Select(tables.OrganizationRoles.Find)
                .OfType<OrganizationRole>()
                .OrderBy(role => role.Name, StringComparer.Ordinal)
                .ToArray());
            return call.Listed(roles, role => role);
        });
        routes.Post("/organizations/{id}/users/{userId}/roles", call =>
        {
            var added = Change(call, (held, given) => held.Union(given));
            return Answer.Created(new { organizationRoleIds = added });
        });
        routes.Put("/organizations/{id}/users/{userId}/roles", call =>
        {
            Change(call, (_, given) => [.. given]);
            return Answer.NoContent;
        });
        routes.Delete("/organizations/{id}/users/{userId}/roles/{organizationRoleId}", Remove);
    }

    private static ImmutableHashSet<string> Held(LogtoTables tables, Call call) =>
        tables.Members.FindRoles(call.Id, call.Route("userId")) ?? throw Refusals.MembershipRequired();

    private static string[] Change(
        Call call, Func<ImmutableHashSet<string>, string[], ImmutableHashSet<string>> change)
    {
        call.State.Read(tables => Held(tables, call)); // membership comes before the body
        var guard = call.Guard();
        var ids = guard.IdsIfAny("organizationRoleIds") ?? [];
        var names = guard.IdsIfAny("organizationRoleNames") ?? [];
        guard.Done();
        return call.State.Write(tables =>
        {
            string[] given = [.. ids.Concat(Resolve(tables, names)).Distinct()];
            tables.RequireRoles(given, RoleType.User);
            tables.Members.SetRoles(call.Id, call.Route("userId"), change(Held(tables, call), given));
            return given;
        });
    }

    private static string[] Resolve(LogtoTables tables, string[] names)
    {
        var roles = names.Select(name => tables.OrganizationRoles.FirstOrDefault(role => role.Name == name)).ToArray();
        var unknown = names.Where((_, index) => roles[index] is null).ToArray();
        return unknown.Length == 0
            ? [.. roles.Select(role => role!.Id)]
            : throw new LogtoRefusalException(
                422,
                "organization.role_names_not_found",
                $"Invalid role names detected: {string.Join(", ", unknown)}. Please create these roles first before proceeding.");
    }

    private static Answer Remove(Call call)
    {
        call.State.Write(tables =>
        {
            var held = Held(tables, call);
            var role = call.Route("organizationRoleId");
            if (!held.Contains(role))
            {
                throw Refusals.NotFound();
            }

            tables.Members.SetRoles(call.Id, call.Route("userId"), held.Remove(role));
        });
        return Answer.NoContent;
    }

    private static Answer AddMany(Call call)
    {
        var guard = call.Guard();
        var users = guard.Ids("userIds", least: 1);
        var roles = guard.Ids("organizationRoleIds", least: 1);
        guard.Done();
        call.State.Write(tables =>
        {
            if (!users.All(user => tables.Members.Has(call.Id, user)))
            {
                throw Refusals.ForeignKey([call.Id, .. users]);
            }

            tables.RequireRoles(roles, RoleType.User);
            foreach (var user in users)
            {
                tables.AddMemberRoles(call.Id, user, roles);
            }
        });
        return Answer.CreatedText;
    }
}
