using OrgPortal.Web.Authorization;
using OrgPortal.Web.Components;

namespace OrgPortal.Web.Features.Overview;

/// <summary>The first steps of an organization, from what an overview tells; nothing is remembered of them but whether somebody wants to see them.</summary>
internal static class SetupSteps
{
    /// <summary>So long an organization is new.</summary>
    public static readonly TimeSpan Young = TimeSpan.FromDays(30);

    /// <summary>What one needs to be of any help: whoever holds none of these is not shown the steps.</summary>
    private static readonly PermissionKey[] Helpful = [OrganizationPermissions.InviteMembers, OrganizationPermissions.ManageOrganization, OrganizationPermissions.ManageSecurity];

    /// <summary>The steps and how far they are.</summary>
    public static IReadOnlyList<SetupStep> Of(OrganizationOverview overview) =>
    [
        new(SetupStepKind.Create, true),
        new(SetupStepKind.Invite, IsAnybodyInvited(overview)),
        new(SetupStepKind.Logo, overview.Profile?.Value?.HasLogo),
        new(SetupStepKind.Domain, overview.Domains?.Value is { } domains ? domains.Verified > 0 : null),
        new(SetupStepKind.SecondFactor, overview.Security?.Value is { } security ? security.IsRequired || security.From is not null : null),
    ];

    /// <summary>What a step needs.</summary>
    public static PermissionKey NeededFor(SetupStepKind step) => step switch
    {
        SetupStepKind.Invite => OrganizationPermissions.InviteMembers,
        SetupStepKind.Domain or SetupStepKind.SecondFactor => OrganizationPermissions.ManageSecurity,
        _ => OrganizationPermissions.ManageOrganization,
    };

    /// <summary>Whether the person could be of any help.</summary>
    public static bool IsForHelpers(OrganizationAccess access) => Helpful.Any(access.Allows);

    /// <summary>Whether there is something left to do that this person could help with.</summary>
    public static bool AreOpen(OrganizationOverview overview, OrganizationAccess access) => IsForHelpers(access) && Of(overview).Any(step => step.IsDone is false);

    /// <summary>Whether the steps are shown without having been asked for: in a young organization, and in one that has a single member.</summary>
    public static bool AreDue(OrganizationOverview overview, DateTimeOffset now) =>
        overview.People?.Value?.Count is <= 1 || (overview.Profile?.Value is { } profile && now - profile.CreatedAt < Young);

    private static bool? IsAnybodyInvited(OrganizationOverview overview)
    {
        var (people, invitations) = (overview.People?.Value?.Count, overview.Invitations?.Value);
        return people > 1 || invitations is { Open: null or > 0 } ? true : people is null && invitations is null ? null : false;
    }
}
