using System.Text.Json;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Clients of the authorization server: list, create, read, change, delete.</summary>
internal static class Applications
{
    private const string All = "/applications";

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
        routes.Patch(All + "/{id}/custom-data", call =>
        {
            call.Guard().Done();
            return Answer.Ok(call.State.Write(tables =>
            {
                var before = tables.Applications.Find(call.Id) ?? throw Refusals.DoesNotExist("application");
                return tables.Applications.Put(before with { CustomData = StateJson.Merged(before.CustomData, call.Body) }).CustomData;
            }));
        });
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
        var types = Types(call);
        var organization = call.Query("excludeOrganizationId");
        var role = call.Query("excludeRoleId");
        var isThirdParty = call.Query("isThirdParty", "true", "false");
        if (organization is not null && role is not null)
        {
            throw Refusals.InvalidInput(
                400, "Parameter `excludeRoleId` and `excludeOrganizationId` cannot be used at the same time.");
        }

        var search = Search.From(call, "id", "name", "description");
        var found = call.State.Read(tables => tables.Applications.NewestFirst
            .Where(one => types.Length == 0 || types.Contains(one.Type.ToString()))
            .Where(one => organization is null || !tables.ApplicationMembers.Has(organization, one.Id))
            .Where(one => role is null || !one.RoleIds.Contains(role))
            .Where(one => isThirdParty is null || one.IsThirdParty == (isThirdParty == "true"))
            .Where(one => search.Matches(one.Id, one.Name, one.Description))
            .ToArray());
        return call.Listed(found, one => one);
    }

    private static string[] Types(Call call)
    {
        string[] types = [.. call.Context.Request.Query["types"].OfType<string>()];
        if (types.FirstOrDefault(type => !Enum.GetNames<ApplicationType>().Contains(type)) is { } unknown)
        {
            var guard = new Guard(StateJson.Element(new { types = unknown }), "query");
            guard.OneOf("types", false, Enum.GetNames<ApplicationType>());
            guard.Done();
        }

        return types;
    }

    /// <summary>Refuses kinds of application that are made elsewhere, or that nobody else may own.</summary>
    private static void CheckKind(string type, bool isThirdParty)
    {
        var reason = type switch
        {
            nameof(ApplicationType.SAML) => "saml.use_saml_app_api",
            nameof(ApplicationType.Protected) => "protected_app_metadata_is_required",
            nameof(ApplicationType.MachineToMachine) when isThirdParty => "invalid_third_party_application_type",
            _ => null,
        };
        if (reason is not null)
        {
            throw new LogtoRefusalException(400, $"application.{reason}", "An application of this type cannot be created here.");
        }
    }

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        var name = guard.String("name", 256);
        var type = guard.OneOf("type", true, Enum.GetNames<ApplicationType>());
        var isThirdParty = guard.Bool("isThirdParty") ?? false;
        var blank = new Application { Id = LogtoIds.Standard(), Name = name, CreatedAt = call.State.Now };
        var application = Read(guard, blank);
        guard.Done();
        CheckKind(type!, isThirdParty);
        application = application with
        {
            Name = name,
            Type = Enum.Parse<ApplicationType>(type!),
            IsThirdParty = isThirdParty,
            Secrets = type is nameof(ApplicationType.Traditional) or nameof(ApplicationType.MachineToMachine)
                ? [new ApplicationSecret(blank.Id, "Default secret", LogtoIds.Secret(), blank.CreatedAt, null)]
                : [],
        };
        return Answer.Ok(call.State.Write(tables => tables.Applications.Put(application)));
    }

    private static Answer Change(Call call)
    {
        var guard = call.Guard();
        var name = guard.OptionalString("name", 256);
        Read(guard, new Application { Id = "", Name = "" });
        guard.Done();
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
        RedirectUris = guard.Strings("redirectUris", isRequired: true) is { } callbacks ? [.. callbacks] : before.RedirectUris,
        PostLogoutRedirectUris = guard.Strings("postLogoutRedirectUris", isRequired: true) is { } ends ? [.. ends] : before.PostLogoutRedirectUris,
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
