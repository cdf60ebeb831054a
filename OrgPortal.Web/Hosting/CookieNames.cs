namespace OrgPortal.Web.Hosting;

/// <summary>How the portal's cookies are called.</summary>
internal static class CookieNames
{
    /// <summary>
    /// The name with <c>__Host-</c> before it, by which browsers keep sub-domains and plain HTTP from setting the cookie. They refuse that prefix
    /// over plain HTTP, so on a developer's machine it is left out.
    /// </summary>
    public static string For(string name, PortalAddress address) => address.IsHttps ? "__Host-" + name : name;
}
