using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Machine applications in organizations.</summary>
internal static class OrganizationApplications
{
    private const string All = "/organizations/{id}/applications";

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(All, List);
        routes.Post(All, Add);
        routes.Put(All, Replace);
        routes.Delete(All + "/{applicationId}", Remove);
        routes.Get("/applications/{id}/organizations", call =>
        {
            var organizations = call.State.Read(tables => tables.Applications.Has(call.Id)
                ? Views.OrganizationsOf(tables, tables.ApplicationMembers, call.Id)
                : throw Refusals.NoSuchId("applications", call.Id));
            return call.Listed(organizations, organization => organization);
        });
    }

    private static Answer List(Call call)
    {
        var paging = call.Paging();
        var matches = call.Query("q") is { } q ? Like.Containing(q) : null;
        return call.State.Read(tables =>
        {
            var found = tables.ApplicationMembers.Ids(call.Id)
                .Select(tables.Applications.Find)
                .OfType<Application>()
                .Where(one => matches is null || matches(one.Id) || matches(one.Name) || matches(one.Description))
                .ToArray();
            return paging.Of(found, one =>
                Views.WithRoles(tables, one, tables.ApplicationMembers.FindRoles(call.Id, one.Id)!));
        });
    }

    private static Answer Add(Call call)
    {
        var ids = Ids(call, least: 1);
        call.State.Write(tables =>
        {
            Require(tables, call, ids);
            Raise(tables, call, tables.ApplicationMembers.Add(call.Id, ids), []);
        });
        return Answer.CreatedText;
    }

    private static Answer Replace(Call call)
    {
        var ids = Ids(call, least: 0);
        call.State.Write(tables =>
        {
            Require(tables, call, ids);
            string[] removed = [.. tables.ApplicationMembers.Ids(call.Id).Except(ids)];
            foreach (var application in removed)
            {
                tables.ApplicationMembers.Remove(call.Id, application);
            }

            Raise(tables, call, tables.ApplicationMembers.Add(call.Id, ids), removed);
        });
        return Answer.NoContent;
    }

    private static Answer Remove(Call call)
    {
        var application = call.Route("applicationId");
        call.State.Write(tables =>
        {
            if (!tables.ApplicationMembers.Remove(call.Id, application))
            {
                throw Refusals.NotFound();
            }

            Raise(tables, call, [], [application]);
        });
        return Answer.NoContent;
    }

    private static string[] Ids(Call call, int least)
    {
        var guard = call.Guard();
        var ids = guard.Ids("applicationIds", least);
        guard.Done();
        return ids;
    }

    private static void Require(LogtoTables tables, Call call, string[] ids)
    {
        var applications = ids.Select(tables.Applications.Find).ToArray();
        if (applications.Any(one => one is null) || (ids.Length > 0 && !tables.Organizations.Has(call.Id)))
        {
            throw Refusals.ForeignKey([call.Id, .. ids]);
        }

        if (applications.Any(one => one!.Type != ApplicationType.MachineToMachine))
        {
            throw Refusals.Constraint();
        }
    }

    private static void Raise(LogtoTables tables, Call call, IReadOnlyList<string> added, IReadOnlyList<string> removed) =>
        tables.Raise(new LogtoEvent("Organization.Membership.Updated")
        {
            OrganizationId = call.Id,
            AddedApplicationIds = [.. added],
            RemovedApplicationIds = [.. removed],
        });
}
