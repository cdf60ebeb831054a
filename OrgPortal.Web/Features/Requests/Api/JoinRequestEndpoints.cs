using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Requests.Api;

/// <summary>Requests to join over HTTP: for those who answer, and for those who ask.</summary>
internal static class JoinRequestEndpoints
{
    private const string Tag = "Join requests";
    private const string All = "/organizations/{organization:id}/join-requests";
    private const string Mine = "/me/join-requests";

    private static readonly Guid Id = Guid.Parse("0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b");
    private static readonly DateTimeOffset AskedAt = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    private static readonly JoinRequestResponse Sample = new(Id, "u4kq1m9x2c7v", "Bob Brown", "bob@acme.example", "I am new in Sales.", RequestState.Open, AskedAt, AskedAt.AddDays(14), null, null, null);

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapJoinRequests(this RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listJoinRequests", Tag, "List requests", "Those that wait, the oldest first; or those that ended, the latest first. 20 a page. Needs members.invite.")
            .Answers<PageResponse<JoinRequestResponse>>().Fails(400)
            .Example(response: new PageResponse<JoinRequestResponse>([Sample], 1, RequestQuery.PageSize, 1));
        api.MapGet(All + "/count", CountAsync).Describe(
            "countJoinRequests", Tag, "How many requests wait", "Needs members.invite.")
            .Answers<JoinRequestCountResponse>()
            .Example(response: new JoinRequestCountResponse(true, 1));
        api.MapPost(All + "/{request:guid}/approve", ApproveAsync).Describe(
            "approveJoinRequest", Tag, "Approve a request", "Makes whoever asked a member with these roles: all of it or nothing. Needs members.invite.")
            .Answers(204).Fails(400, 409, 422)
            .Example(new ApproveRequest(["m2v8x1k0q7c4z5b9n3a6d"]));
        api.MapPost(All + "/{request:guid}/decline", DeclineAsync).Describe(
            "declineJoinRequest", Tag, "Decline a request", "Needs members.invite.")
            .Answers(204).Fails(400, 409, 422)
            .Example(new DeclineRequest("Please ask your manager first."));
        api.MapGet(Mine, ListMineAsync).Describe(
            "listOwnJoinRequests", Tag, "What the caller can ask for, and has asked", "An organization that has verified the domain of the caller's address and lets people ask; and the caller's requests. Takes a resource token.")
            .Answers<MyJoiningResponse>()
            .Example(response: new MyJoiningResponse(new JoinOfferResponse("x8f2k1q9z0ab", "Globex", null, "globex.example"), [new MyJoinRequestResponse(Id, "x8f2k1q9z0ab", "Globex", RequestState.Open, AskedAt, AskedAt.AddDays(14), null)]));
        api.MapPost(Mine, AskAsync).Describe(
            "askToJoin", Tag, "Ask to join", "The organization that is offered; any other is not found, whether or not there is such a one. Takes a resource token.")
            .Answers(204).Fails(400, 404, 409, 422)
            .Example(new AskToJoinRequest("x8f2k1q9z0ab", "I am new in Sales."));
        api.MapDelete(Mine + "/{request:guid}", WithdrawAsync).Describe(
            "withdrawJoinRequest", Tag, "Withdraw a request", "An open one of the caller's own. Takes a resource token.")
            .Answers(204).Fails(404, 409);
        return api;
    }

    private static async Task<IResult> ListAsync(
        OrganizationId organization,
        [FromQuery, Description("open or ended; open when left out.")] string? show,
        [FromQuery, Description("The page, from 1.")] int? page,
        IJoinRequestService service,
        CancellationToken cancellationToken)
    {
        var read = new InputReader();
        var query = new RequestQuery(read.WordOrNone<Shown>("show", show) == Shown.Ended, page ?? 1);
        if (read.Wrong is { } wrong)
        {
            return wrong.ToHttp();
        }

        var list = await service.ListAsync(organization, query, cancellationToken);
        return list.IsFailure ? list.Failure.ToHttp() : Result.Of(list.Value.Page).ToPage(JoinRequestResponse.From);
    }

    private static async Task<IResult> CountAsync(OrganizationId organization, IJoinRequestService service, CancellationToken cancellationToken) =>
        (await service.CountAsync(organization, cancellationToken)).ToHttp(JoinRequestCountResponse.From);

    private static async Task<IResult> ApproveAsync(OrganizationId organization, Guid request, ApproveRequest body, IJoinRequestService service)
    {
        var read = new InputReader();
        var roles = read.Ids<OrganizationRoleId>("roleIds", body.RoleIds);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.ApproveAsync(organization, request, roles)).Naming(("roles", "roleIds")).ToHttp();
    }

    private static async Task<IResult> DeclineAsync(OrganizationId organization, Guid request, DeclineRequest? body, IJoinRequestService service) =>
        (await service.DeclineAsync(organization, request, body?.Reason)).ToHttp();

    private static async Task<IResult> ListMineAsync(IJoinRequestService service, CancellationToken cancellationToken) => (await service.ListMineAsync(cancellationToken)).ToHttp(MyJoiningResponse.From);

    private static async Task<IResult> AskAsync(AskToJoinRequest body, IJoinRequestService service)
    {
        var read = new InputReader();
        var organization = read.Id<OrganizationId>("organizationId", body.OrganizationId);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.AskAsync(organization, body.Note)).ToHttp();
    }

    private static async Task<IResult> WithdrawAsync(Guid request, IJoinRequestService service) => (await service.WithdrawAsync(request)).ToHttp();

    private enum Shown
    {
        Open,
        Ended,
    }
}
