using System.ComponentModel;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>A member with what the roles allow.</summary>
internal sealed record MemberDetailResponse(
    [property: Description("What the list shows too.")] MemberResponse Member,
    [property: Description("The roles with what each carries.")] IReadOnlyList<HeldRoleResponse> Roles,
    [property: Description("Of the organization: the portal's own first, held or not, then others that the member holds; null when Logto did not say what roles carry.")] IReadOnlyList<MemberPermissionResponse>? Permissions,
    [property: Description("Permissions of API resources that the member holds; null as above.")] IReadOnlyList<ResourcePermissionResponse>? ResourcePermissions,
    [property: Description("When the membership began, as far as the portal knows.")] DateTimeOffset? JoinedAt,
    [property: Description("Whether the member created the organization; null when no record tells.")] bool? HasCreated)
{
    /// <summary>Maps it.</summary>
    public static MemberDetailResponse From(MemberProfile profile) => new(
        MemberResponse.From(profile.Row),
        [.. profile.Roles.Select(HeldRoleResponse.From)],
        profile.Powers is { } powers ? [.. powers.Permissions.Select(MemberPermissionResponse.From)] : null,
        profile.Powers is { } more ? [.. more.Resources.Select(ResourcePermissionResponse.From)] : null,
        profile.Joining?.At,
        profile.Joining?.HasCreated);
}
