namespace OrgPortal.Web.Authorization;

/// <summary>A permission in the portal's own catalogue; configuration maps it to an organization permission in Logto.</summary>
/// <param name="Value">The stable key, such as <c>members.read</c>.</param>
public readonly record struct PermissionKey(string Value)
{
    /// <summary>The key.</summary>
    public override string ToString() => Value;
}
