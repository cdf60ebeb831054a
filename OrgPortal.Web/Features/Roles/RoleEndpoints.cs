using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Localization;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Roles;

/// <summary>Roles and permissions over HTTP.</summary>
internal static class RoleEndpoints
{
    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapRoles(this RouteGroupBuilder api)
    {
        api.MapGet("/permissions", ListPermissionsAsync).Describe(
            "listPermissions", "Roles", "The permission catalogue", "Everything a person can be allowed to do in an organization. Takes a resource token.")
            .Answers<IReadOnlyList<PermissionResponse>>()
            .Example(response: new[] { new PermissionResponse("members.invite", "Invite people", "invite:member") });
        api.MapGet("/organizations/{organization:id}/permissions", GetOwnAsync).Describe(
            "getOwnPermissions", "Roles", "What the caller may do", "The caller's permissions in the organization, as Logto said at most 15 seconds ago. Good for showing and hiding: every change is decided anew.")
            .Answers<OwnPermissionsResponse>()
            .Example(response: new OwnPermissionsResponse(["members.read", "members.invite"], false));
        api.MapGet("/organizations/{organization:id}/roles", ListAsync).Describe(
            "listRoles", "Roles", "The roles for people", "The roles for people, by name, and which of them the caller could give away. For every member.")
            .Answers<PageResponse<RoleResponse>>().Fails(400)
            .Example(response: new PageResponse<RoleResponse>([new("m2v8x1k0q7c4z5b9n3a6d", "member", "Belongs to the organization", ["members.read"], false, true)], 1, PageQuery.DefaultSize, 1));
        return api;
    }

    private static async Task<IResult> ListPermissionsAsync(IRoleService service, PermissionTexts texts, CancellationToken cancellationToken) =>
        (await service.ListPermissionsAsync(cancellationToken)).ToHttp(permissions => permissions.Select(permission => PermissionResponse.From(permission, texts)).ToArray());

    private static async Task<IResult> GetOwnAsync(OrganizationId organization, IRoleService service, CancellationToken cancellationToken) =>
        (await service.GetOwnRightsAsync(organization, cancellationToken)).ToHttp(OwnPermissionsResponse.From);

    private static async Task<IResult> ListAsync(OrganizationId organization, [AsParameters] PageQuery page, IMemberService service, CancellationToken cancellationToken)
    {
        var request = page.Read();
        return request.IsFailure ? request.Failure.ToHttp() : (await service.ListRolesAsync(organization, cancellationToken)).ToPage(request.Value, RoleResponse.From);
    }
}
