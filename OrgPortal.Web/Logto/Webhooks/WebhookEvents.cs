namespace OrgPortal.Web.Logto.Webhooks;

/// <summary>The names of Logto's webhook events that the portal follows.</summary>
public static class WebhookEvents
{
    internal const string OrganizationCreated = "Organization.Created";
    internal const string OrganizationChanged = "Organization.Data.Updated";
    internal const string OrganizationDeleted = "Organization.Deleted";
    internal const string Membership = "Organization.Membership.Updated";
    internal const string Suspension = "User.SuspensionStatus.Updated";
    internal const string UserDeleted = "User.Deleted";

    /// <summary>Those of the organization template.</summary>
    internal static readonly IReadOnlyList<string> Template =
    [
        "OrganizationRole.Created", "OrganizationRole.Deleted", "OrganizationRole.Data.Updated", "OrganizationRole.Scopes.Updated",
        "OrganizationScope.Created", "OrganizationScope.Deleted", "OrganizationScope.Data.Updated",
    ];

    /// <summary>All of them: what the webhook in Logto must be set to.</summary>
    public static IReadOnlyList<string> All { get; } =
        [OrganizationCreated, OrganizationChanged, OrganizationDeleted, Membership, .. Template, Suspension, UserDeleted];
}
