namespace OrgPortal.Web.Authorization;

/// <summary>Which organization permission in Logto stands for which permission of the portal. Section <c>Portal:Permissions</c>, keyed by <see cref="PermissionKey.Value"/>.</summary>
public sealed class PermissionOptions : Dictionary<string, string>
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Portal:Permissions";

    /// <summary>The name of the organization permission in Logto: the configured one, else the catalogue's default.</summary>
    public string ScopeOf(PermissionKey permission) =>
        TryGetValue(permission.Value, out var scope) && !string.IsNullOrWhiteSpace(scope)
            ? scope
            : OrganizationPermissions.All.First(p => p.Key == permission).DefaultScope;

    /// <summary>The portal's permissions that a set of Logto's permissions amounts to.</summary>
    public IReadOnlySet<PermissionKey> Translate(IEnumerable<string> scopes)
    {
        var held = scopes.ToHashSet(StringComparer.Ordinal);
        return OrganizationPermissions.All.Select(p => p.Key).Where(key => held.Contains(ScopeOf(key))).ToHashSet();
    }
}
