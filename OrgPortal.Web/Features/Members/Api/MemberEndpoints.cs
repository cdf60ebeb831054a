using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>Members over HTTP. Nobody is added here: people come by invitation, by a link or by their domain.</summary>
internal static class MemberEndpoints
{
    private const string Tag = "Members";
    private const string All = "/organizations/{organization:id}/members";
    private const string One = All + "/{member:id}";

    private static readonly RoleReference Role = new("m2v8x1k0q7c4z5b9n3a6d", "member");

    private static readonly MemberResponse Sample = new(
        "u4kq1m9x2c7v", "Bob Brown", "bob@example.com", null, [Role], new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero), false, false, false, null, null, new LockResponse("forbidden", "members.delete"));

    private static readonly MemberDetailResponse Detail = new(
        Sample,
        [new HeldRoleResponse(Role.Id, Role.Name, "Belongs to the organization", ["members.read"], null)],
        [new MemberPermissionResponse("members.read", "read:member", true, ["member"], []), new MemberPermissionResponse("members.invite", "invite:member", false, [], ["admin"])],
        [],
        new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
        false);

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapMembers(this RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listMembers", Tag, "List members", "Needs members.read. Ordered by id unless sorted.")
            .Answers<PageResponse<MemberResponse>>().Fails(400)
            .Example(response: new PageResponse<MemberResponse>([Sample], 1, PageQuery.DefaultSize, 1));
        api.MapGet(One, GetAsync).Describe(
            "getMember", Tag, "One member", "With every permission that the member's roles give, and through which of them. Needs members.read.")
            .Answers<MemberDetailResponse>()
            .Example(response: Detail);
        api.MapGet(All + "/me", GetMeAsync).Describe(
            "getOwnMembership", Tag, "The caller's own membership", "The caller's effective permissions, and through which role. For every member.")
            .Answers<MemberDetailResponse>()
            .Example(response: Detail);
        api.MapGet(One + "/roles", GetRolesAsync).Describe(
            "getMemberRoles", Tag, "A member's roles", "With the ETag that changing them asks for. Needs members.read.")
            .Answers<MemberRolesResponse>()
            .Example(response: new MemberRolesResponse([Role]));
        api.MapPut(One + "/roles", ChangeRolesAsync).Describe(
            "changeMemberRoles", Tag, "Change a member's roles", "Replaces them. Needs members.manage and members.read, and in If-Match the ETag of the roles that the change was made of, so that two administrators do not overwrite each other. Nobody gives or takes what goes beyond their own permissions, and the last administrator stays one.")
            .Answers(204).Fails(400, 409, 412, 428)
            .Example(new ChangeRolesRequest([Role.Id]));
        api.MapGet(One + "/second-factors", ListSecondFactorsAsync).Describe(
            "listSecondFactors", Tag, "A member's second factors", "Needs members.manage or security.manage.")
            .Answers<PageResponse<SecondFactorResponse>>().Fails(400)
            .Example(response: new PageResponse<SecondFactorResponse>([new("Totp")], 1, PageQuery.DefaultSize, 1));
        api.MapGet(One + "/removal", GetRemovalTermsAsync).Describe(
            "getRemovalTerms", Tag, "What a removal would take away", "Needs members.delete.")
            .Answers<RemovalTermsResponse>()
            .Example(response: new RemovalTermsResponse([Role], ["members.read"], null));
        api.MapDelete(One, RemoveAsync).Describe(
            "removeMember", Tag, "Remove a member", "Somebody else: one's own membership ends by leaving. For 90 days a reinstatement takes it back. Needs members.delete; what is done with the invitations they sent needs members.invite by itself.")
            .Answers<MemberRemovalResponse>().Fails(400, 409)
            .Example(response: new MemberRemovalResponse(2, 0));
        api.MapPut(One + "/end", SetEndAsync).Describe(
            "setMembershipEnd", Tag, "Set the end of a membership", "The portal ends it then, whoever is there, and reminds seven days and one day before. Needs members.delete.")
            .Answers(204).Fails(400, 409)
            .Example(new MembershipEndRequest(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        api.MapDelete(One + "/end", LiftEndAsync).Describe(
            "liftMembershipEnd", Tag, "Lift the end of a membership", "The membership lasts. Needs members.delete.")
            .Answers(204).Fails(409);
        api.MapGet(All + "/export", ExportAsync).Describe(
            "exportMembers", Tag, "Export members", "As a file, whatever their number. Needs members.read and an Identity-Proof of the last ten minutes, since it takes everybody's address along.")
            .Produces<string>(200, "text/csv", "application/jsonl").Fails(400);
        api.MapGet("/organizations/{organization:id}/administrators", ListAdministratorsAsync).Describe(
            "listAdministrators", Tag, "Who can help", "Up to five administrators other than the caller, by name. For every member, with or without members.read.")
            .Answers<PageResponse<AdministratorResponse>>().Fails(400)
            .Example(response: new PageResponse<AdministratorResponse>([new("a1c9k2m4x7qv", "Alice Adams", null)], 1, PageQuery.DefaultSize, 1));
        api.MapPost("/organizations/{organization:id}/permission-requests", AskForPermissionAsync).Describe(
            "askForPermission", Tag, "Ask the administrators for a permission", "Tells them; changes nothing. For every member, once a day and permission.")
            .Answers(204).Fails(400, 409, 422)
            .Example(new PermissionAskRequest("members.invite"));
        return api;
    }

    private static async Task<IResult> ListAsync(OrganizationId organization, [AsParameters] MemberListQuery query, [AsParameters] PageQuery page, IMemberService service, CancellationToken cancellationToken)
    {
        var read = new InputReader();
        var asked = query.Read(read, page);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.ListAsync(organization, asked, cancellationToken)).ToPage(MemberResponse.From);
    }

    private static async Task<IResult> GetAsync(OrganizationId organization, UserId member, IMemberService service, CancellationToken cancellationToken) =>
        (await service.GetAsync(organization, member, cancellationToken)).ToHttp(MemberDetailResponse.From);

    private static async Task<IResult> GetMeAsync(OrganizationId organization, ICurrentUser user, IMemberService service, CancellationToken cancellationToken) =>
        await user.GetAsync() is { } me ? (await service.GetAsync(organization, me.Id, cancellationToken)).ToHttp(MemberDetailResponse.From) : new SignInRequired().ToHttp();

    private static async Task<IResult> GetRolesAsync(OrganizationId organization, UserId member, IMemberService service, CancellationToken cancellationToken) =>
        (await service.GetAsync(organization, member, cancellationToken)).ToTagged(MemberRolesResponse.From);

    private static async Task<IResult> ChangeRolesAsync(OrganizationId organization, UserId member, ChangeRolesRequest body, IfMatch ifMatch, IMemberService service)
    {
        var read = new InputReader();
        var roles = read.Ids<OrganizationRoleId>("roleIds", body.RoleIds);
        if (read.Wrong is { } wrong)
        {
            return wrong.ToHttp();
        }

        var current = await service.GetAsync(organization, member);
        return (current.Failure ?? ifMatch.RefuseUnless(MemberRolesResponse.From(current.Value))) is { } refused
            ? refused.ToHttp()
            : (await service.ChangeRolesAsync(organization, member, roles, ifMatch.NamesOne ? [.. current.Value.Row.Roles.Select(role => role.Id)] : null)).Naming(("roles", "roleIds")).ToHttp();
    }

    private static async Task<IResult> ListSecondFactorsAsync(OrganizationId organization, UserId member, [AsParameters] PageQuery page, IMemberService service, CancellationToken cancellationToken)
    {
        var request = page.Read();
        return request.IsFailure ? request.Failure.ToHttp() : (await service.ListSecondFactorsAsync(organization, member, cancellationToken)).ToPage(request.Value, SecondFactorResponse.From);
    }

    private static async Task<IResult> GetRemovalTermsAsync(OrganizationId organization, UserId member, IMemberService service, CancellationToken cancellationToken) =>
        (await service.GetRemovalTermsAsync(organization, member, cancellationToken)).ToHttp(RemovalTermsResponse.From);

    private static async Task<IResult> RemoveAsync(
        OrganizationId organization,
        UserId member,
        [FromQuery, Description("What becomes of the open invitations they sent: leave (nobody can accept them any more), take_over or revoke.")] string? invitations,
        IMemberService service)
    {
        var read = new InputReader();
        var fate = read.WordOrNone<SentInvitationsFate>("invitations", invitations) ?? SentInvitationsFate.Leave;
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.RemoveAsync(organization, member, fate)).ToHttp(MemberRemovalResponse.From);
    }

    private static async Task<IResult> SetEndAsync(OrganizationId organization, UserId member, MembershipEndRequest body, IMembershipTermService service)
    {
        var read = new InputReader();
        var endsAt = read.Value("endsAt", body.EndsAt);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.SetAsync(organization, member, endsAt)).ToHttp();
    }

    private static async Task<IResult> LiftEndAsync(OrganizationId organization, UserId member, IMembershipTermService service) => (await service.LiftAsync(organization, member)).ToHttp();

    private static async Task<IResult> ExportAsync(
        OrganizationId organization,
        [FromQuery, Description("Part of a name, an address, a user name or an id, in any case.")] string? search,
        [FromQuery, Description("Only people with the role of this id.")] string? role,
        [FromQuery, Description("csv or json_lines; csv when left out.")] string? format,
        IMemberExportService service,
        CancellationToken cancellationToken)
    {
        var read = new InputReader();
        var (query, kind) = (new MemberQuery(search, read.IdOrNone<OrganizationRoleId>("role", role)), read.WordOrNone<MemberExportFormat>("format", format) ?? MemberExportFormat.Csv);
        if (read.Wrong is { } wrong)
        {
            return wrong.ToHttp();
        }

        var export = await service.ExportAsync(organization, query, kind, cancellationToken);
        return export.IsFailure ? export.Failure.ToHttp() : TypedResults.Stream(export.Value.WriteAsync, export.Value.ContentType, export.Value.FileName);
    }

    private static async Task<IResult> ListAdministratorsAsync(OrganizationId organization, [AsParameters] PageQuery page, IPermissionRequestService service, CancellationToken cancellationToken)
    {
        var request = page.Read();
        return request.IsFailure ? request.Failure.ToHttp() : (await service.ListAdministratorsAsync(organization, cancellationToken)).ToPage(request.Value, AdministratorResponse.From);
    }

    private static async Task<IResult> AskForPermissionAsync(OrganizationId organization, PermissionAskRequest body, IPermissionRequestService service) =>
        (await service.AskAsync(organization, new PermissionKey(body.Permission ?? string.Empty))).ToHttp();
}
