using OrgPortal.Web.Authorization;

namespace OrgPortal.Web.Features.Webhooks;

/// <summary>What a webhook can be told of: what the portal knows and Logto does not send. Names and shapes are promised in <c>docs/webhooks.md</c>.</summary>
public static class WebhookEventTypes
{
    /// <summary>Somebody was invited, anew too.</summary>
    public const string InvitationCreated = "invitation.created";

    /// <summary>An invitation was accepted.</summary>
    public const string InvitationAccepted = "invitation.accepted";

    /// <summary>An invitation was declined.</summary>
    public const string InvitationDeclined = "invitation.declined";

    /// <summary>An invitation was taken back.</summary>
    public const string InvitationRevoked = "invitation.revoked";

    /// <summary>Somebody belongs to the organization from now on.</summary>
    public const string MemberJoined = "member.joined";

    /// <summary>Somebody does not belong to the organization any more.</summary>
    public const string MemberRemoved = "member.removed";

    /// <summary>A member has other roles.</summary>
    public const string MemberRolesChanged = "member.roles_changed";

    /// <summary>A domain is the organization's.</summary>
    public const string DomainVerified = "domain.verified";

    /// <summary>A domain is not the organization's any more.</summary>
    public const string DomainRemoved = "domain.removed";

    /// <summary>Name, description, look or sign-in security changed.</summary>
    public const string SettingsChanged = "organization.settings_changed";

    /// <summary>Somebody wanted to see whether messages arrive. Not chosen: whoever has a webhook can ask for it.</summary>
    public const string Test = "webhook.test";

    /// <summary>Each that can be chosen, in the order they are shown, with the permission that lets people see the same in the portal.</summary>
    public static IReadOnlyList<(string Name, PermissionKey Permission)> All { get; } =
    [
        (InvitationCreated, OrganizationPermissions.InviteMembers),
        (InvitationAccepted, OrganizationPermissions.InviteMembers),
        (InvitationDeclined, OrganizationPermissions.InviteMembers),
        (InvitationRevoked, OrganizationPermissions.InviteMembers),
        (MemberJoined, OrganizationPermissions.ReadMembers),
        (MemberRemoved, OrganizationPermissions.ReadMembers),
        (MemberRolesChanged, OrganizationPermissions.ReadMembers),
        (DomainVerified, OrganizationPermissions.ManageSecurity),
        (DomainRemoved, OrganizationPermissions.ManageSecurity),
        (SettingsChanged, OrganizationPermissions.ManageOrganization),
    ];

    /// <summary>Whether it can be chosen.</summary>
    public static bool IsKnown(string name) => All.Any(type => type.Name == name);

    /// <summary>The permission that lets people see the same; <see langword="null"/> for what every keeper of webhooks may see.</summary>
    public static PermissionKey? PermissionOf(string name) => All.FirstOrDefault(type => type.Name == name) is { Name: not null } known ? known.Permission : null;
}
