using System.Text.Json;
using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>What scopes tell an application about a user.</summary>
internal static class UserClaims
{
    /// <summary>Claims that reach an ID token only if the tenant says so.</summary>
    public static IReadOnlyList<string> Extended { get; } =
        ["custom_data", "identities", "sso_identities", "roles", "organizations", "organization_data", "organization_roles"];

    private static readonly (string Property, string Claim)[] ProfileFields =
    [
        ("familyName", "family_name"), ("givenName", "given_name"), ("middleName", "middle_name"), ("nickname", "nickname"),
        ("profile", "profile"), ("website", "website"), ("gender", "gender"), ("birthdate", "birthdate"), ("zoneinfo", "zoneinfo"),
        ("locale", "locale"),
    ];

    /// <summary>The claims for an ID token: extended ones only where the tenant has switched them on.</summary>
    public static JsonObject ForIdToken(LogtoTables tables, User user, IReadOnlyList<string> scopes)
    {
        var claims = ForUserInfo(tables, user, scopes);
        foreach (var name in Extended.Where(name => !tables.IdTokenExtendedClaims.Contains(name)))
        {
            claims.Remove(name);
        }

        return claims;
    }

    /// <summary>The claims for the userinfo endpoint, <c>sub</c> included.</summary>
    public static JsonObject ForUserInfo(LogtoTables tables, User user, IReadOnlyList<string> scopes)
    {
        var claims = new JsonObject { ["sub"] = user.Id };
        foreach (var scope in scopes)
        {
            Add(claims, tables, user, scope);
        }

        return claims;
    }

    private static void Add(JsonObject claims, LogtoTables tables, User user, string scope)
    {
        switch (scope)
        {
            case "profile":
                AddProfile(claims, user);
                break;
            case "email":
                claims["email"] = user.PrimaryEmail;
                claims["email_verified"] = user.PrimaryEmail is not null;
                break;
            case "phone":
                claims["phone_number"] = user.PrimaryPhone;
                claims["phone_number_verified"] = user.PrimaryPhone is not null;
                break;
            case "address":
                Copy(claims, user.Profile, "address", "address");
                break;
            case "custom_data":
                claims["custom_data"] = JsonSerializer.SerializeToNode(user.CustomData);
                break;
            case "identities":
                claims["identities"] = JsonSerializer.SerializeToNode(user.Identities);
                claims["sso_identities"] = Array(user.SsoIdentities.Select(identity =>
                    (JsonNode)StateJson.Object(new { identity.Issuer, identity.IdentityId, identity.Detail })));
                break;
            case "roles":
                claims["roles"] = Names(user.RoleIds.Select(tables.Roles.Find).OfType<Role>().Select(role => role.Name));
                break;
            case Scopes.Organizations:
                AddOrganizations(claims, tables, user);
                break;
            case Scopes.OrganizationRoles:
                claims["organization_roles"] = Names(OrganizationRoles(tables, user));
                break;
        }
    }

    private static void AddProfile(JsonObject claims, User user)
    {
        claims["name"] = user.Name;
        foreach (var (property, claim) in ProfileFields)
        {
            Copy(claims, user.Profile, property, claim);
        }

        Copy(claims, user.Profile, "preferredUsername", "preferred_username");
        if (user.Username is not null && !claims.ContainsKey("preferred_username"))
        {
            claims["preferred_username"] = user.Username;
        }

        claims["picture"] = user.Avatar;
        claims["updated_at"] = user.UpdatedAt;
        claims["username"] = user.Username;
        claims["created_at"] = user.CreatedAt;
    }

    private static void AddOrganizations(JsonObject claims, LogtoTables tables, User user)
    {
        var organizations = OrganizationsOf(tables, user);
        claims["organizations"] = Names(organizations.Select(organization => organization.Id));
        claims["organization_data"] = Array(organizations.Select(organization => (JsonNode)new JsonObject
        {
            ["id"] = organization.Id,
            ["name"] = organization.Name,
            ["description"] = organization.Description,
        }));
    }

    private static Organization[] OrganizationsOf(LogtoTables tables, User user) =>
        [.. tables.Members.OrganizationsOf(user.Id).Select(tables.Organizations.Find).OfType<Organization>()];

    private static IEnumerable<string> OrganizationRoles(LogtoTables tables, User user) =>
        from organization in OrganizationsOf(tables, user)
        from role in (tables.Members.FindRoles(organization.Id, user.Id) ?? []).Select(tables.OrganizationRoles.Find).OfType<OrganizationRole>()
        select $"{organization.Id}:{role.Name}";

    private static void Copy(JsonObject claims, JsonElement profile, string property, string claim)
    {
        if (profile.ValueKind is JsonValueKind.Object && profile.TryGetProperty(property, out var value))
        {
            claims[claim] = JsonSerializer.SerializeToNode(value);
        }
    }

    private static JsonArray Names(IEnumerable<string> names) => Array(names.Select(name => (JsonNode)JsonValue.Create(name)!));

    private static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);
}
