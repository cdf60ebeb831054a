namespace OrgPortal.LogtoEmulator.OpenId;

/// <summary>The scopes that mean something to the authorization server itself, and sets of scopes written as text.</summary>
internal static class Scopes
{
    public const string OpenIdScope = "openid";

    public const string OfflineAccess = "offline_access";

    public const string Organizations = "urn:logto:scope:organizations";

    public const string OrganizationRoles = "urn:logto:scope:organization_roles";

    /// <summary>Every scope that is not a permission of an API or of an organization.</summary>
    public static IReadOnlyList<string> OpenId { get; } =
    [
        OpenIdScope, OfflineAccess, "profile", "email", "phone", "address", "custom_data", "identities", "roles", Organizations,
        OrganizationRoles, "urn:logto:scope:sessions", "urn:logto:scope:trusted_devices",
    ];

    /// <summary>The single scopes of a space-separated list, each once, in their order.</summary>
    public static IReadOnlyList<string> Split(string? text) =>
        [.. (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    public static string Join(IEnumerable<string> scopes) => string.Join(' ', scopes.Distinct(StringComparer.Ordinal));

    /// <summary>Those of the requested scopes that are granted.</summary>
    public static IReadOnlyList<string> Common(IEnumerable<string> requested, IEnumerable<string> granted)
    {
        var all = granted.ToHashSet(StringComparer.Ordinal);
        return [.. requested.Where(all.Contains)];
    }

    public static bool IsOpenId(string scope) => OpenId.Contains(scope);
}
