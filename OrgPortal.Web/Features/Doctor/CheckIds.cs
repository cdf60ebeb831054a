namespace OrgPortal.Web.Features.Doctor;

/// <summary>The names of the checks: part of the JSON that others read, so they stay as they are. The part before the dot is the area.</summary>
internal static class CheckIds
{
    public const string Store = "store.migrations";
    public const string Keys = "store.keys";
    public const string Valkey = "store.valkey";
    public const string Reachable = "logto.reachable";
    public const string Clock = "logto.clock";
    public const string Issuer = "logto.issuer";
    public const string Credentials = "management.credentials";
    public const string Access = "management.access";
    public const string WebApplication = "web.application";
    public const string WebSecret = "web.secret";
    public const string RedirectAddress = "web.redirect";
    public const string SignedOutAddress = "web.signed-out";
    public const string RefreshTokens = "web.refresh-tokens";
    public const string BackchannelAddress = "web.backchannel";
    public const string BackchannelDelivery = "web.delivery";
    public const string Permissions = "template.permissions";
    public const string Roles = "template.roles";
    public const string AdministratorRole = "template.administrator";
    public const string SignUpAddress = "people.address";
    public const string SignUpVerification = "people.verification";
    public const string SecondFactors = "people.mfa";
    public const string EnterpriseSignIn = "people.sso";
    public const string MailConnector = "mail.connector";
    public const string InvitationMail = "mail.invitation";
    public const string Webhook = "webhook.address";
    public const string WebhookEvents = "webhook.events";
    public const string WebhookKey = "webhook.key";
    public const string ApiResource = "api.resource";
    public const string ApiClients = "api.clients";
    public const string OperatorRole = "operators.role";

    /// <summary>All of them, as they stand in a report.</summary>
    public static IReadOnlyList<string> InOrder { get; } =
    [
        Store, Keys, Valkey, Reachable, Clock, Issuer,
        Credentials, Access, WebApplication, WebSecret, RedirectAddress, SignedOutAddress,
        RefreshTokens, BackchannelAddress, BackchannelDelivery, Permissions, Roles, AdministratorRole,
        SignUpAddress, SignUpVerification, SecondFactors, EnterpriseSignIn, MailConnector, InvitationMail, Webhook,
        WebhookEvents, WebhookKey, ApiResource, ApiClients, OperatorRole,
    ];

    /// <summary>Whether <c>provision</c> can put right what the check finds wrong, as long as nothing but Logto is.</summary>
    public static bool IsProvided(string id) => AreaOf(id) is "web" or "template" or "mail" or "webhook" or "api" or "operators" && id is not BackchannelDelivery;

    /// <summary>The area of a check.</summary>
    public static string AreaOf(string id) => id.Split('.')[0];
}
