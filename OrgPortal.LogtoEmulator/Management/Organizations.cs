using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Organizations: list, create, read, change, delete.</summary>
internal static partial class Organizations
{
    private static readonly string[] Fields =
        ["name", "description", "customData", "isMfaRequired", "color", "branding", "customCss"];

    private static readonly string[] Images = ["logoUrl", "darkLogoUrl", "favicon", "darkFavicon"];

    public static void Map(ManagementRoutes routes)
    {
        routes.Get("/organizations", List);
        routes.Post("/organizations", Create);
        routes.Get("/organizations/{id}", call => Answer.Ok(call.State.Read(tables =>
            tables.Organizations.Find(call.Id) ?? throw Refusals.NoSuchId("organizations", call.Id))));
        routes.Patch("/organizations/{id}", Change);
        routes.Delete("/organizations/{id}", call =>
        {
            call.State.Write(tables => tables.DeleteOrganization(call.Id));
            return Answer.NoContent;
        });
    }

    private static Answer List(Call call)
    {
        var paging = call.Paging();
        var matches = call.Query("q") is { } q ? Like.Containing(q) : null;
        var isFeatured = call.Query("showFeatured") is "true" or "1" or "yes";
        return call.State.Read(tables =>
        {
            var found = tables.Organizations
                .Where(one => matches is null || matches(one.Id) || matches(one.Name))
                .OrderBy(one => one.Id, StringComparer.Ordinal)
                .ToArray();
            return paging.Of(found, one => isFeatured ? Featured(tables, one) : one);
        });
    }

    private static JsonObject Featured(LogtoTables tables, Organization organization)
    {
        var view = StateJson.Object(organization);
        view["usersCount"] = tables.Members.Count(organization.Id);
        view["featuredUsers"] = new JsonArray([.. tables.Members.Ids(organization.Id)
            .Take(3)
            .Select(tables.Users.Find)
            .OfType<User>()
            .Select(user => new JsonObject { ["id"] = user.Id, ["avatar"] = user.Avatar, ["name"] = user.Name })]);
        return view;
    }

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var organization = Read(guard, new Organization
        {
            Id = LogtoIds.Short(),
            Name = guard.String("name", 128),
            CreatedAt = call.State.Now,
        });
        guard.Done();
        return Answer.Created(call.State.Write(tables => tables.Organizations.Put(organization)));
    }

    private static Answer Change(Call call)
    {
        var guard = call.Guard();
        var name = guard.OptionalString("name", 128);
        Read(guard, new Organization { Id = "", Name = "" });
        guard.Done();
        if (!Fields.Any(guard.Has))
        {
            throw Refusals.EmptyChange();
        }

        return Answer.Ok(call.State.Write(tables =>
        {
            var before = tables.Organizations.Find(call.Id) ?? throw Refusals.DoesNotExist("organization");
            return tables.Organizations.Put(Read(guard, before) with { Name = name ?? before.Name });
        }));
    }

    /// <summary>What was given, over what was there; objects are replaced whole.</summary>
    private static Organization Read(Guard guard, Organization before) => before with
    {
        Description = guard.Has("description") ? guard.NullableString("description", 256) : before.Description,
        CustomData = guard.Object("customData") ?? before.CustomData,
        IsMfaRequired = guard.Bool("isMfaRequired") ?? before.IsMfaRequired,
        Color = Color(guard) ?? before.Color,
        Branding = Branding(guard) ?? before.Branding,
        CustomCss = guard.Has("customCss") ? guard.NullableString("customCss") : before.CustomCss,
    };

    private static JsonElement? Color(Guard guard) => guard.Inner("color") is { } inner
        ? Given(
            ("primaryColor", inner.Matching("primaryColor", HexColor())),
            ("isDarkModeEnabled", inner.Bool("isDarkModeEnabled")),
            ("darkPrimaryColor", inner.Matching("darkPrimaryColor", HexColor())))
        : null;

    private static JsonElement? Branding(Guard guard) => guard.Inner("branding") is { } inner
        ? Given([.. Images
            .Select(key => (key, (object?)inner.Matching(key, Url(), kind: "url")))])
        : null;

    private static JsonElement Given(params (string Key, object? Value)[] fields) => StateJson.Element(
        fields.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value));

    [GeneratedRegex("^#([0-9a-fA-F]{3}){1,2}$")]
    private static partial Regex HexColor();

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9+.-]*:\S+$")]
    private static partial Regex Url();
}
