using System.Security.Cryptography;
using System.Text;

namespace OrgPortal.LogtoEmulator.State;

/// <summary>
/// Turns a seed into rows. Ids are derived from names, so that a restarted emulator knows the same organizations and
/// people that a portal's database remembers.
/// </summary>
internal static class Seeder
{
    public static void Plant(LogtoTables tables, SeedDocument seed)
    {
        PlantManagementApi(tables);
        if (seed.SignInExperience is { } settings)
        {
            tables.SignInExperience = new SignInExperience(StateJson.Merged(tables.SignInExperience.Row, settings));
        }

        if (seed.HasMailbox)
        {
            tables.Connectors.Put(MailTemplates.MailboxConnector(Id("connector", "mailbox", 21)));
        }

        foreach (var resource in seed.Resources)
        {
            tables.Resources.Put(new Resource { Id = Id("resource", resource.Indicator, 21), Name = resource.Name, Indicator = resource.Indicator });
        }

        foreach (var scope in seed.OrganizationScopes)
        {
            tables.OrganizationScopes.Put(
                new OrganizationScope(Id("scope", scope.Name, 21), scope.Name, scope.Description));
        }

        foreach (var role in seed.OrganizationRoles)
        {
            tables.OrganizationRoles.Put(new OrganizationRole
            {
                Id = Id("role", role.Name, 21),
                Name = role.Name,
                Description = role.Description,
                Type = role.Type,
                ScopeIds = [.. (role.Scopes ?? []).Select(scope => Known("scope", scope, tables.OrganizationScopes.Has))],
            });
        }

        foreach (var user in seed.Users)
        {
            Plant(tables, user);
        }

        foreach (var role in seed.Roles)
        {
            Plant(tables, role);
        }

        foreach (var organization in seed.Organizations)
        {
            Plant(tables, organization);
        }

        foreach (var application in seed.Applications)
        {
            Plant(tables, application);
        }
    }

    private static void PlantManagementApi(LogtoTables tables)
    {
        tables.Resources.Put(new Resource
        {
            Id = Resource.ManagementApiId,
            Name = "Logto Management API",
            Indicator = Resource.ManagementApiIndicator,
        });
        tables.ResourceScopes.Put(new ResourceScope(
            ResourceScope.ManagementApiAllId, Resource.ManagementApiId, "all", "Everything", tables.Now));
        tables.Roles.Put(new Role
        {
            Id = Role.ManagementApiAccessId,
            Name = "Logto Management API access",
            Description = "Opens the Management API to an application.",
            Type = RoleType.MachineToMachine,
            ScopeIds = [ResourceScope.ManagementApiAllId],
        });
    }

    private static void Plant(LogtoTables tables, SeedUser user) => tables.Users.Put(new User
    {
        Id = Id("user", user.Username, 12),
        Username = user.Username,
        PrimaryEmail = user.PrimaryEmail,
        Name = user.Name,
        PasswordDigest = user.Password is null ? null : Passwords.Digest(user.Password),
        CreatedAt = tables.Now,
        UpdatedAt = tables.Now,
    });

    private static void Plant(LogtoTables tables, SeedTenantRole seed)
    {
        var role = tables.Roles.Put(new Role { Id = Id("tenant role", seed.Name, 21), Name = seed.Name, Description = seed.Description, Type = RoleType.User });
        foreach (var name in seed.Users ?? [])
        {
            var user = tables.Users.FindByUsername(name) ?? throw new InvalidDataException($"The seed names an unknown user: {name}.");
            tables.Users.Put(user with { RoleIds = [.. user.RoleIds, role.Id] });
        }
    }

    private static void Plant(LogtoTables tables, SeedOrganization seed)
    {
        var organization = tables.Organizations.Put(new Organization
        {
            Id = Id("organization", seed.Name, 12),
            Name = seed.Name,
            Description = seed.Description,
            CreatedAt = tables.Now,
        });
        var members = (seed.Members ?? []).ToDictionary(
            member => tables.Users.FindByUsername(member.User)?.Id
                ?? throw new InvalidDataException($"The seed names an unknown user: {member.User}."),
            member => member.Roles ?? []);
        tables.Members.Add(organization.Id, members.Keys);
        foreach (var (user, roles) in members)
        {
            tables.Members.SetRoles(
                organization.Id,
                user,
                [.. roles.Select(role => Known("role", role, tables.OrganizationRoles.Has))]);
        }
    }

    private static void Plant(LogtoTables tables, SeedApplication seed)
    {
        tables.Applications.Put(new Application
        {
            Id = seed.Id,
            Name = seed.Name,
            Type = seed.Type,
            CreatedAt = tables.Now,
            Secrets = seed.Secret is { } secret ? [new ApplicationSecret(seed.Id, "Default secret", secret, tables.Now, null)] : [],
            RoleIds = seed.HasManagementApiAccess ? [Role.ManagementApiAccessId] : [],
            OidcClientMetadata = new OidcClientMetadata
            {
                RedirectUris = [.. seed.RedirectUris],
                PostLogoutRedirectUris = [.. seed.PostLogoutRedirectUris],
            },
        });
        foreach (var url in seed.PortalUrls)
        {
            tables.AllowPortalAt(seed.Id, url);
        }
    }

    private static string Known(string kind, string name, Func<string, bool> exists)
    {
        var id = Id(kind, name, 21);
        return exists(id) ? id : throw new InvalidDataException($"The seed names an unknown {kind}: {name}.");
    }

    private static string Id(string kind, string name, int length)
    {
        const string alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{name}"));
        return new string([.. hash.Take(length).Select(part => alphabet[part % alphabet.Length])]);
    }
}
