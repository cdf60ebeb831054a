namespace OrgPortal.Web.Hosting;

/// <summary>
/// The address of this page is a secret by itself: browsers do not pass it on, search engines leave it alone, and one client opens only so many in a minute.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SecretAddressAttribute : Attribute;
