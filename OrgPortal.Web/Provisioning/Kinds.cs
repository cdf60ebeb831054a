namespace OrgPortal.Web.Provisioning;

/// <summary>What a tenant is made of, as plans call it.</summary>
internal static class Kinds
{
    public const string Application = "application";
    public const string Secret = "secret";
    public const string Access = "access";
    public const string Api = "api";
    public const string ApiPermission = "api permission";
    public const string Permission = "permission";
    public const string Role = "role";
    public const string TenantRole = "tenant role";
    public const string Webhook = "webhook";
    public const string EmailConnector = "e-mail connector";
    public const string Mail = "mail";
    public const string SignIn = "sign-in";

    /// <summary>Those that are remembered when they are made, and so can be deleted.</summary>
    public static IReadOnlySet<string> Remembered { get; } = new HashSet<string>([Application, Api, ApiPermission, Permission, Role, TenantRole, Webhook, Mail]);
}
