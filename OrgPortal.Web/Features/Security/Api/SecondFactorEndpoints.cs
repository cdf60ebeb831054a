using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Security.Api;

/// <summary>Whether an organization requires a second factor, over HTTP.</summary>
internal static class SecondFactorEndpoints
{
    private const string Tag = "Second factor";
    private const string All = "/organizations/{organization:id}/second-factor";

    private static readonly DateTimeOffset At = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);
    private static readonly SecondFactorCountResponse Sample = new(SecondFactorCountState.Done, 42, 42, 9, 12, At, At.AddSeconds(3), null);

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapSecondFactor(this RouteGroupBuilder api)
    {
        api.MapGet(All, GetAsync).Describe(
            "getSecondFactor", Tag, "Whether a second factor is required", "With the last count of who has one. Needs security.manage.")
            .Answers<SecondFactorPolicyResponse>()
            .Example(response: new SecondFactorPolicyResponse(false, At.AddDays(14), "Ana Ferreira", ["Totp", "WebAuthn"], true, true, Sample));
        api.MapPut(All, RequireAsync).Describe(
            "requireSecondFactor", Tag, "Require a second factor",
            "Now, or from a day on. Whoever has none is kept out of the organization from then on until they have set one up. Refused where the caller, or everybody who administers, would be kept out, unless that is accepted. Needs security.manage.")
            .Answers(204).Fails(400, 409)
            .Example(new RequireSecondFactorRequest(At.AddDays(14)));
        api.MapDelete(All, LiftAsync).Describe(
            "liftSecondFactor", Tag, "Require none any more", "Needs security.manage and a recent proof of identity.")
            .Answers(204);
        api.MapDelete(All + "/plan", CallOffAsync).Describe(
            "callOffSecondFactor", Tag, "Take the day back", "Before it has come. Needs security.manage.")
            .Answers(204);
        api.MapPost(All + "/count", StartCountAsync).Describe(
            "countSecondFactors", Tag, "Count who has one", "In the background; how far it is stands in the policy. A count that is under way goes on. Needs security.manage.")
            .Answers(204).Fails(409, 422);
        api.MapDelete(All + "/count", CancelCountAsync).Describe(
            "cancelSecondFactorCount", Tag, "End the count", "What it found so far stays. Needs security.manage.")
            .Answers(204);
        api.MapGet(All + "/people", ListWithoutAsync).Describe(
            "listPeopleWithoutSecondFactor", Tag, "Who has none", "As the last count found, the first 1,000, 10 a page; who left meanwhile is left out. Needs security.manage.")
            .Answers<PageResponse<PersonWithoutResponse>>()
            .Example(response: new PageResponse<PersonWithoutResponse>([new PersonWithoutResponse("u4kq1m9x2c7v", "Bob Brown", "bob@acme.example", At, null, true)], 1, PeopleWithout.PageSize, 9));
        api.MapPost(All + "/reminders", RemindAsync).Describe(
            "remindOfSecondFactor", Tag, "Remind people", "In the portal, each at most once a day. Needs security.manage.")
            .Answers<RemindedResponse>().Fails(400, 409, 422)
            .Example(new RemindRequest(["u4kq1m9x2c7v"]), new RemindedResponse(1));
        api.MapGet(All + "/mine", GetOwnAsync).Describe(
            "getOwnSecondFactor", Tag, "Whether the caller has one", "For every member. Where one is required and the caller has none, the answer is second_factor_required, as everywhere.")
            .Answers<OwnSecondFactorResponse>()
            .Example(response: new OwnSecondFactorResponse(false, At.AddDays(14), false));
        api.MapPost(All + "/mine/check", LookAgainAsync).Describe(
            "checkOwnSecondFactor", Tag, "Look again whether the caller has one", "For whoever has just set one up.")
            .Answers(204).Fails(409, 422);
        api.MapGet("/me/second-factor", GetSetUpAsync).Describe(
            "getSecondFactorSetUp", Tag, "Where a second factor is set up", "For everybody. Takes a resource token.")
            .Answers<SecondFactorSetUpResponse>()
            .Example(response: new SecondFactorSetUpResponse("https://account.example/security", false));
        return api;
    }

    private static async Task<IResult> GetAsync(OrganizationId organization, ISecondFactorService service, CancellationToken cancellationToken) =>
        (await service.GetAsync(organization, cancellationToken)).ToHttp(SecondFactorPolicyResponse.From);

    private static async Task<IResult> RequireAsync(OrganizationId organization, RequireSecondFactorRequest body, ISecondFactorService service)
    {
        var read = new InputReader();
        var accept = read.WordOrNone<SecondFactorAcceptance>("accept", body.Accept) ?? SecondFactorAcceptance.Nothing;
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.RequireAsync(organization, body.From, accept)).ToHttp();
    }

    private static async Task<IResult> LiftAsync(OrganizationId organization, ISecondFactorService service) => (await service.LiftAsync(organization)).ToHttp();

    private static async Task<IResult> CallOffAsync(OrganizationId organization, ISecondFactorService service) => (await service.CallOffAsync(organization)).ToHttp();

    private static async Task<IResult> StartCountAsync(OrganizationId organization, ISecondFactorService service) => (await service.StartCountAsync(organization)).ToHttp();

    private static async Task<IResult> CancelCountAsync(OrganizationId organization, ISecondFactorService service) => (await service.CancelCountAsync(organization)).ToHttp();

    private static async Task<IResult> ListWithoutAsync(
        OrganizationId organization, [FromQuery, Description("The page, from 1.")] int? page, ISecondFactorService service, CancellationToken cancellationToken)
    {
        var list = await service.ListWithoutAsync(organization, page ?? 1, cancellationToken);
        return list.IsFailure ? list.Failure.ToHttp() : Result.Of(list.Value.Page).ToPage(PersonWithoutResponse.From);
    }

    private static async Task<IResult> RemindAsync(OrganizationId organization, RemindRequest body, ISecondFactorService service)
    {
        var read = new InputReader();
        var people = body.UserIds is null ? null : read.Ids<UserId>("userIds", body.UserIds);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.RemindAsync(organization, people)).ToHttp(reminded => new RemindedResponse(reminded));
    }

    private static async Task<IResult> GetOwnAsync(OrganizationId organization, ISecondFactorService service, CancellationToken cancellationToken) =>
        (await service.GetOwnAsync(organization, cancellationToken)).ToHttp(OwnSecondFactorResponse.From);

    private static async Task<IResult> LookAgainAsync(OrganizationId organization, ISecondFactorService service) => (await service.LookAgainAsync(organization)).ToHttp();

    private static async Task<IResult> GetSetUpAsync(ISecondFactorService service, CancellationToken cancellationToken) =>
        (await service.GetSetUpAsync(cancellationToken)).ToHttp(SecondFactorSetUpResponse.From);
}
