using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Features.Audit.Api;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>The operators' console over HTTP. For everybody else every address answers 404.</summary>
internal static class OperatorEndpoints
{
    private const string Tag = "Operators";
    private const string Root = "/operators";
    private const string All = Root + "/organizations";

    // Not "organization": that names the organization for which a token is asked for.
    private const string One = All + "/{id:id}";
    private const string Survey = Root + "/survey";
    private const string Note = "For operators: the holders of the role in Portal:Operators:Role. ";

    private static readonly DateTimeOffset Made = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);
    private static readonly FindingResponse Found = new(FindingKind.NoAdministrator, "acme12345678", "Acme", 12, null, [], Made, Made);
    private static readonly HalfMadeResponse Half = new("u4kq1m9x2c7v", Guid.Parse("0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"), "Globex", null, Made);

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapOperators(this RouteGroupBuilder api)
    {
        MapOrganizations(api);
        MapFindings(api);
        MapSurvey(api);
        api.MapGet(Root + "/template", GetTemplateAsync).Describe(
            "getTemplate", Tag, "The organization template", Note + "Roles and permissions as they are in Logto, and in what they are not as the portal needs them.")
            .Answers<TemplateResponse>()
            .Example(response: new TemplateResponse(
                [new TemplateRoleResponse("m2v8x1k0q7c4z5b9n3a6d", "admin", "Runs the organization", TemplateRoleKind.People, true, ["delete:organization", "manage:member"], [])],
                [new TemplatePermissionResponse("manage:member", null, "members.manage", true)],
                [new TemplateDriftResponse(TemplateDriftKind.IdlePermission, "read:audit")]));
        api.MapGet(Root + "/template/comparison", CompareAsync).Describe(
            "compareTemplate", Tag, "The tenant beside the provisioning file", Note + "What provision --plan would say about the file in Portal:Operators:TenantFile. Changes nothing.")
            .Answers<TemplateComparisonResponse>()
            .Example(response: new TemplateComparisonResponse("tenant.yaml", 41, [new TemplateDifferenceResponse("role", "admin", "change", [new TemplateFieldResponse("permissions", null, "read:audit")], null)], []));
        api.MapGet(Root + "/creation", GetCreationAsync).Describe(
            "getCreation", Tag, "Whether organizations can be created", Note + "As the settings and the operators have it.")
            .Answers<CreationStandingResponse>()
            .Example(response: new CreationStandingResponse(true, true, "We are moving until Monday.", Made, "Olga Ops"));
        api.MapPut(Root + "/creation", SwitchCreationAsync).Describe(
            "switchCreation", Tag, "Suspend creating organizations, or let people create again", Note + "What the settings forbid, it does not allow.")
            .Answers(204).Fails(400, 422)
            .Example(new CreationStandingRequest(false));
        return api;
    }

    private static void MapOrganizations(RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listAllOrganizations", Tag, "List all organizations", Note + "Every organization of the tenant, in Logto's order.")
            .Answers<PageResponse<OperatorOrganizationResponse>>().Fails(400, 422)
            .Example(response: new PageResponse<OperatorOrganizationResponse>([new OperatorOrganizationResponse("acme12345678", "Acme", 42, Made, Made.AddHours(5), null)], 1, PageQuery.DefaultSize, 1));
        api.MapGet(One, GetAsync).Describe(
            "getAnyOrganization", Tag, "One organization", Note + "With who administers it, its domains, and what to see to.")
            .Answers<OperatorOrganizationDetailsResponse>().Fails(404)
            .Example(response: new OperatorOrganizationDetailsResponse(
                "acme12345678", "Acme", "Road-runner supplies", Made, false, 42, 1, ["Acme Entra ID"], [new OperatorDomainResponse("acme.example", true, true, true, null)],
                [new OperatorPersonResponse("u4kq1m9x2c7v", "Alice Adams", "alice@acme.example")], null, []));
        api.MapGet(One + "/activity", ListActivityAsync).Describe(
            "listAnyActivity", Tag, "What was last done in an organization", Note + "The last 20 acts, newest first.")
            .Answers<AuditEntryResponse[]>()
            .Example(response: new[] { new AuditEntryResponse(17, Made, "member.remove", "u4kq1m9x2c7v", "Alice Adams", "member", "b2v8x1k0q7c4", "Bob Brown", null, null, "done", null, "203.0.113.7", null, "9f86d081884c7d65") });
        api.MapPost(One + "/check", CheckAsync).Describe(
            "checkAnyOrganization", Tag, "Look at one organization now", Note + "What is found takes the place of what was known; answers with it.")
            .Answers<FindingResponse[]>().Fails(404)
            .Example(response: new[] { Found });
    }

    private static void MapFindings(RouteGroupBuilder api)
    {
        api.MapGet(Root + "/findings", ListFindingsAsync).Describe(
            "listFindings", Tag, "List findings", Note + "What the survey has found, the newest first.")
            .Answers<PageResponse<FindingResponse>>().Fails(400, 422)
            .Example(response: new PageResponse<FindingResponse>([Found], 1, PageQuery.DefaultSize, 1));
        api.MapGet(Root + "/findings/summary", SummarizeAsync).Describe(
            "summarizeFindings", Tag, "How much there is to see to", Note + "The number of findings of each kind, and the creations that were broken off.")
            .Answers<FindingsSummaryResponse>()
            .Example(response: new FindingsSummaryResponse(1, 0, 0, [Half]));
        api.MapPost(Root + "/half-made/{creator:id}/{creation:guid}/clear", ClearAsync).Describe(
            "clearHalfMade", Tag, "Clear away what a broken-off creation left", Note + "What the portal does by itself every minute, now.")
            .Answers(204).Fails(404);
    }

    private static void MapSurvey(RouteGroupBuilder api)
    {
        api.MapGet(Survey, GetSurveyAsync).Describe("getSurvey", Tag, "How far the survey is", Note + "The one that is under way, or the last one.")
            .Answers<SurveyResponse>()
            .Example(response: new SurveyResponse(SurveyState.Running, Made, "Olga Ops", null, 1200, 100_000, null, Made.AddDays(-1)));
        api.MapPost(Survey, StartSurveyAsync).Describe("startSurvey", Tag, "Start a survey", Note + "It goes on in the background, and changes nothing in Logto.").Answers(204).Fails(409);
        api.MapPost(Survey + "/pause", PauseSurveyAsync).Describe("pauseSurvey", Tag, "Pause the survey", Note + "It rests where it is.").Answers(204).Fails(409);
        api.MapPost(Survey + "/resume", ResumeSurveyAsync).Describe("resumeSurvey", Tag, "Let the survey go on", Note + "From where it rests.").Answers(204).Fails(409);
        api.MapPost(Survey + "/cancel", CancelSurveyAsync).Describe("cancelSurvey", Tag, "End the survey", Note + "What it has found stays.").Answers(204).Fails(409);
    }

    private static async Task<IResult> ListAsync(
        [FromQuery, Description("Part of the name or the id, in any case.")] string? search, [AsParameters] PageQuery page, IOperatorOrganizationService service, CancellationToken cancellationToken)
    {
        var request = page.Read();
        return request.IsFailure ? request.Failure.ToHttp() : (await service.ListAsync(request.Value, search, cancellationToken)).ToPage(OperatorOrganizationResponse.From);
    }

    private static async Task<IResult> GetAsync(OrganizationId id, IOperatorOrganizationService service, CancellationToken cancellationToken) =>
        (await service.GetAsync(id, cancellationToken)).ToHttp(OperatorOrganizationDetailsResponse.From);

    private static async Task<IResult> ListActivityAsync(OrganizationId id, IOperatorOrganizationService service, CancellationToken cancellationToken) =>
        (await service.ListActivityAsync(id, cancellationToken)).ToHttp(rows => rows.Select(AuditEntryResponse.From).ToArray());

    private static async Task<IResult> CheckAsync(OrganizationId id, IFindingService service) => (await service.RecheckAsync(id)).ToHttp(found => found.Select(FindingResponse.From).ToArray());

    private static async Task<IResult> ListFindingsAsync(
        [FromQuery, Description("Only of this kind: no_administrator, without_role or shared_domain.")] string? kind, [AsParameters] PageQuery page, IFindingService service, CancellationToken cancellationToken)
    {
        var read = new InputReader();
        var (request, wanted) = (read.Page(page), read.WordOrNone<FindingKind>("kind", kind));
        if (read.Wrong is { } wrong)
        {
            return wrong.ToHttp();
        }

        var listed = await service.ListAsync(request, wanted, cancellationToken);
        return listed.IsFailure ? listed.Failure.ToHttp() : Result.Of(listed.Value.Findings).ToPage(FindingResponse.From);
    }

    private static async Task<IResult> SummarizeAsync(IFindingService service, CancellationToken cancellationToken) =>
        (await service.ListAsync(new PageRequest(1, 1), cancellationToken: cancellationToken)).ToHttp(FindingsSummaryResponse.From);

    private static async Task<IResult> ClearAsync(UserId creator, Guid creation, IFindingService service) => (await service.ClearAwayAsync(creator, creation)).ToHttp();

    private static async Task<IResult> GetSurveyAsync(ISurveyService service, CancellationToken cancellationToken) => (await service.GetAsync(cancellationToken)).ToHttp(SurveyResponse.From);

    private static async Task<IResult> StartSurveyAsync(ISurveyService service) => (await service.StartAsync()).ToHttp();

    private static async Task<IResult> PauseSurveyAsync(ISurveyService service) => (await service.PauseAsync()).ToHttp();

    private static async Task<IResult> ResumeSurveyAsync(ISurveyService service) => (await service.ResumeAsync()).ToHttp();

    private static async Task<IResult> CancelSurveyAsync(ISurveyService service) => (await service.CancelAsync()).ToHttp();

    private static async Task<IResult> GetTemplateAsync(ITemplateService service, CancellationToken cancellationToken) => (await service.GetAsync(cancellationToken)).ToHttp(TemplateResponse.From);

    private static async Task<IResult> CompareAsync(ITemplateService service, CancellationToken cancellationToken) => (await service.CompareAsync(cancellationToken)).ToHttp(TemplateComparisonResponse.From);

    private static async Task<IResult> GetCreationAsync(ICreationSwitchService service, CancellationToken cancellationToken) => (await service.GetAsync(cancellationToken)).ToHttp(CreationStandingResponse.From);

    private static async Task<IResult> SwitchCreationAsync(CreationStandingRequest body, ICreationSwitchService service)
    {
        var read = new InputReader();
        var isSuspended = read.Value("isSuspended", body.IsSuspended);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (isSuspended ? await service.SuspendAsync(body.Sentence) : await service.ResumeAsync()).ToHttp();
    }
}
