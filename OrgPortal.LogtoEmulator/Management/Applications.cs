using System.Text.Json;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Clients of the authorization server: list, create, read, change, delete.</summary>
internal static class Applications
{
    private const string All = "/applications";

    private static readonly string[] Fields =
        ["name", "description", "oidcClientMetadata", "customClientMetadata", "customData", "isAdmin", "appLevelAccessControlEnabled"];

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(All, List);
        routes.Post(All, Create);
        routes.Get(All + "/{id}", call =>
        {
            var view = StateJson.Object(call.State.Read(tables => Require(tables, call)));
            view["isAdmin"] = false;
            return Answer.Ok(view);
        });
        routes.Patch(All + "/{id}", Change);
        routes.Delete(All + "/{id}", call =>
        {
            call.State.Write(tables => tables.DeleteApplication(call.Id));
            return Answer.NoContent;
        });
    }

    /// <summary>The application a route is about.</summary>
    /// <exception cref="LogtoRefusalException">404 <c>entity.not_exists_with_id</c>.</exception>
    public static Application Require(LogtoTables tables, Call call) =>
        tables.Applications.Find(call.Id) ?? throw Refusals.NoSuchId("applications", call.Id);

    private static Answer List(Call call)
    {
        string[] types = [.. call.Context.Request.Query["types"].OfType<string>()];
        var organization = call.Query("excludeOrganizationId");
        var role = call.Query("excludeRoleId");
        var search = call.Query("search");
        var isThirdParty = call.Query("isThirdParty");
        var found = call.State.Read(tables => tables.Applications.NewestFirst
            .Where(one => types.Length == 0 || types.Contains(one.Type.ToString()))
            .Where(one => organization is null || !tables.ApplicationMembers.Has(organization, one.Id))
            .Where(one => role is null || !one.RoleIds.Contains(role))
            .Where(one => isThirdParty is null || one.IsThirdParty == (isThirdParty is "true" or "1"))
            .Where(one => search is null || Matches(one, search))
            .ToArray());
        return call.Listed(found, one => one);
    }

    private static bool Matches(Application one, string pattern) =>
        new[] { one.Id, one.Name, one.Description }.Any(value => value is not null && Like.Matches(value, pattern, true));

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var name = guard.String("name", 256);
        var type = guard.OneOf("type", true, Enum.GetNames<ApplicationType>());
        var isThirdParty = guard.Bool("isThirdParty") ?? false;
        var blank = new Application { Id = LogtoIds.Standard(), Name = name, CreatedAt = call.State.Now };
        var application = Read(guard, blank);
        guard.Done();
        application = application with
        {
            Name = name,
            Type = Enum.Parse<ApplicationType>(type!),
            IsThirdParty = isThirdParty,
            Secrets = type is nameof(ApplicationType.Traditional) or nameof(ApplicationType.MachineToMachine)
                ? [new ApplicationSecret(blank.Id, "Default secret", LogtoIds.Secret(), blank.CreatedAt, null)]
                : [],
        };
        return Answer.Ok(call.State.Write(tables => tables.Applications.Put(application with
        {
            RoleIds = type == nameof(ApplicationType.MachineToMachine)
                ? [.. tables.Roles.Where(one => one is { IsDefault: true, Type: RoleType.MachineToMachine }).Select(one => one.Id)]
                : [],
        })));
    }

    private static Answer Change(Call call)
    {
        var guard = call.Guard();
        var name = guard.OptionalString("name", 256);
        Read(guard, new Application { Id = "", Name = "" });
        guard.Done();
        if (!Fields.Any(guard.Has))
        {
            throw Refusals.EmptyChange();
        }

        return Answer.Ok(call.State.Write(tables =>
        {
            var before = Require(tables, call);
            return tables.Applications.Put(Read(guard, before) with { Name = name ?? before.Name });
        }));
    }

    private static Application Read(Guard guard, Application before) => before with
    {
        Description = guard.Has("description") ? guard.NullableString("description") : before.Description,
        OidcClientMetadata = ReadOidc(guard.Inner("oidcClientMetadata"), before.OidcClientMetadata),
        CustomClientMetadata = ReadCustom(guard, before.CustomClientMetadata),
        CustomData = guard.Object("customData") ?? before.CustomData,
        AppLevelAccessControlEnabled = guard.Bool("appLevelAccessControlEnabled") ?? before.AppLevelAccessControlEnabled,
    };

    private static OidcClientMetadata ReadOidc(Guard? guard, OidcClientMetadata before) => guard is null ? before : new()
    {
        RedirectUris = guard.Strings("redirectUris") is { } callbacks ? [.. callbacks] : before.RedirectUris,
        PostLogoutRedirectUris = guard.Strings("postLogoutRedirectUris") is { } ends ? [.. ends] : before.PostLogoutRedirectUris,
        LogoUri = guard.OptionalString("logoUri"),
        BackchannelLogoutUri = guard.OptionalString("backchannelLogoutUri"),
        BackchannelLogoutSessionRequired = guard.Bool("backchannelLogoutSessionRequired"),
    };

    private static CustomClientMetadata ReadCustom(Guard guard, CustomClientMetadata before)
    {
        if (guard.Inner("customClientMetadata") is not { } inner)
        {
            return before;
        }

        inner.Strings("corsAllowedOrigins");
        inner.Number("idTokenTtl");
        inner.Number("refreshTokenTtl");
        inner.Number("refreshTokenTtlInDays", least: 1, most: 180);
        inner.Number("maxAllowedGrants", least: 1);
        inner.Bool("alwaysIssueRefreshToken");
        inner.Bool("rotateRefreshToken");
        inner.Bool("allowTokenExchange");
        inner.Bool("isDeviceFlow");
        try
        {
            return guard.Object("customClientMetadata")!.Value.Deserialize<CustomClientMetadata>(StateJson.Options)!;
        }
        catch (JsonException)
        {
            return before; // a value of a wrong type has been noted above and is refused
        }
    }
}
