using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Members.Api;

/// <summary>Former members over HTTP.</summary>
internal static class FormerMemberEndpoints
{
    private const string Tag = "Former members";
    private const string All = "/organizations/{organization:id}/former-members";

    private static readonly FormerMemberResponse Sample = new(
        "u4kq1m9x2c7v", "Bob Brown", "bob@example.com", [new RoleReference("m2v8x1k0q7c4z5b9n3a6d", "member")], new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero), "removed", "Alice Adams", new DateTimeOffset(2027, 2, 18, 10, 0, 0, TimeSpan.Zero));

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapFormerMembers(this RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listFormerMembers", Tag, "List former members", "People whose membership ended through the portal within 90 days, the newest first, 20 a page. Needs members.delete.")
            .Answers<PageResponse<FormerMemberResponse>>()
            .Example(response: new PageResponse<FormerMemberResponse>([Sample], 1, PageQuery.DefaultSize, 1));
        api.MapPost(All + "/{member:id}/reinstate", ReinstateAsync).Describe(
            "reinstateMember", Tag, "Make somebody a member again", "With the roles of then that still exist: this is also how a removal is taken back. Whoever left by themselves comes back only by invitation. Needs members.delete.")
            .Answers<ReinstatedResponse>().Fails(409, 422)
            .Example(response: new ReinstatedResponse("Bob Brown", ["member"], []));
        return api;
    }

    private static async Task<IResult> ListAsync(
        OrganizationId organization,
        [FromQuery, Description("Part of the name or the address, in any case.")] string? search,
        [FromQuery, Description("The page, from 1.")] int? page,
        IFormerMemberService service,
        CancellationToken cancellationToken) =>
        (await service.ListAsync(organization, search, page ?? 1, cancellationToken)).ToPage(FormerMemberResponse.From);

    private static async Task<IResult> ReinstateAsync(OrganizationId organization, UserId member, IFormerMemberService service) =>
        (await service.ReinstateAsync(organization, member)).ToHttp(ReinstatedResponse.From);
}
