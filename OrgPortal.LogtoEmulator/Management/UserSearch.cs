using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>The list of users: newest first, always in pages, with Logto's query language.</summary>
internal static class UserSearch
{
    private static readonly string[] Fields = ["id", "primary_email", "primary_phone", "username", "name"];

    public static void Map(ManagementRoutes routes) => routes.Get("/users", List);

    /// <summary>Reads what a call searches for among users.</summary>
    public static Search From(Call call) => Search.From(call, Fields);

    public static bool Matches(this Search search, User user) =>
        search.Matches(user.Id, user.PrimaryEmail, user.PrimaryPhone, user.Username, user.Name);

    private static Answer List(Call call)
    {
        var paging = call.Paging();
        var organization = call.Query("excludeOrganizationId");
        var role = call.Query("excludeRoleId");
        if (organization is not null && role is not null)
        {
            throw Refusals.InvalidInput(
                400, "Parameter `excludeRoleId` and `excludeOrganizationId` cannot be used at the same time.");
        }

        var search = From(call);
        return call.State.Read(tables =>
        {
            if (search.ExactEmail is { } email)
            {
                User[] one = tables.Users.FindByEmail(email) is { } user && IsWanted(user) ? [user] : [];
                return paging.Of(one, Views.User);
            }

            if (search.IsEmpty && organization is null && role is null)
            {
                var page = tables.Users.NewestFirst.Skip((int)Math.Min(int.MaxValue, (paging.Number - 1L) * paging.Size));
                return paging.Of(page.Take(paging.Size), tables.Users.Count, Views.User);
            }

            return paging.Of(tables.Users.NewestFirst.Where(user => IsWanted(user) && search.Matches(user)).ToArray(), Views.User);

            bool IsWanted(User user) =>
                (organization is null || !tables.Members.Has(organization, user.Id))
                && (role is null || !user.RoleIds.Contains(role));
        });
    }
}
