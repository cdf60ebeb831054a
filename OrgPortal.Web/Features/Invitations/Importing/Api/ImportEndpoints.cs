using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations.Importing.Api;

/// <summary>Imports of invitations over HTTP.</summary>
internal static class ImportEndpoints
{
    private const string Tag = "Invitation imports";
    private const string All = "/organizations/{organization:id}/invitation-imports";
    private const string One = All + "/{import:guid}";

    private static readonly Guid Id = Guid.Parse("0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b");

    private static readonly ImportRequest Asked = new([new ImportRowRequest("carol@example.com"), new ImportRowRequest("erin@example.com", ExpiresInDays: 30)], ["m2v8x1k0q7c4z5b9n3a6d"], Name: "spring.csv");

    private static readonly ImportCheckResponse Checked = new(
        1, 0, 1, true, [new ImportRowVerdictResponse(1, "carol@example.com", ImportVerdict.Ready, null, ["member"], null), new ImportRowVerdictResponse(2, "erin@example.com", ImportVerdict.AlreadyMember, null, ["member"], 30)]);

    private static readonly ImportResponse Sample = new(
        Id, "spring.csv", "Alice Adams", new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero), ImportState.Running, null, null, null, null, 250, 100, new Dictionary<string, int> { ["pending"] = 100, ["sent"] = 150 });

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapImports(this RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listImports", Tag, "List imports", "The last twenty, the newest first. Needs members.invite.")
            .Answers<PageResponse<ImportResponse>>().Fails(400)
            .Example(response: new PageResponse<ImportResponse>([Sample], 1, PageQuery.DefaultSize, 1));
        api.MapPost(All, StartAsync).Describe(
            "startImport", Tag, "Start an import", "Up to 10,000 invitations, sent one after another in the caller's name, through restarts of the portal; one import at a time. Nothing starts while a row has to be corrected: errors names each such row (rows[3], counted from 1) with its verdict. People who belong or are invited already, and addresses that come twice, are left out. Needs members.invite.")
            .Answers<ImportStartedResponse>(202).Fails(400, 409, 422)
            .Example(Asked, new ImportStartedResponse(Id));
        api.MapPost(All + "/check", CheckAsync).Describe(
            "checkImport", Tag, "Try an import", "Says of every row what would become of it; changes nothing. Needs members.invite.")
            .Answers<ImportCheckResponse>().Fails(400, 422)
            .Example(Asked, Checked);
        api.MapPost(All + "/csv", StartCsvAsync).Describe(
            "startCsvImport", Tag, "Start an import from CSV", "The same from what spreadsheets save, up to 2 MB: columns email, role, expires, language and note, with a head or without; roles by name, several parted by |. Needs members.invite.")
            .Accepts<string>("text/csv").Answers<ImportStartedResponse>(202).Fails(400, 409, 422)
            .Example(response: new ImportStartedResponse(Id));
        api.MapPost(All + "/csv/check", CheckCsvAsync).Describe(
            "checkCsvImport", Tag, "Try an import from CSV", "Says of every line what would become of it; changes nothing. Needs members.invite.")
            .Accepts<string>("text/csv").Answers<ImportCheckResponse>().Fails(400, 422)
            .Example(response: Checked);
        api.MapGet(All + "/again", ListAgainAsync).Describe(
            "listInvitationsToSendAgain", Tag, "Invitations that can be sent again", "Those that have expired, and open ones whose mail did not go out; of an address only the newest. Needs members.invite.")
            .Answers<PageResponse<SendAgainCandidateResponse>>().Fails(400)
            .Example(response: new PageResponse<SendAgainCandidateResponse>([new("i7x3k9q2m5c1", "carol@example.com", ["member"], true)], 1, PageQuery.DefaultSize, 1));
        api.MapPost(All + "/again", SendAgainAsync).Describe(
            "sendInvitationsAgain", Tag, "Send invitations again, as an import", "What cannot be sent again any more is left out. Needs members.invite.")
            .Answers<ImportStartedResponse>(202).Fails(400, 409, 422)
            .Example(new SendAgainRequest(["i7x3k9q2m5c1"]), new ImportStartedResponse(Id));
        api.MapGet(One, GetAsync).Describe(
            "getImport", Tag, "How far an import is", "Needs members.invite.")
            .Answers<ImportResponse>()
            .Example(response: Sample);
        api.MapGet(One + "/rows", ListRowsAsync).Describe(
            "listImportRows", Tag, "An import's rows", "50 a page. Needs members.invite.")
            .Answers<PageResponse<ImportOutcomeResponse>>().Fails(400)
            .Example(response: new PageResponse<ImportOutcomeResponse>([new(1, 1, "carol@example.com", ImportRowState.Sent, null)], 1, ImportQuery.PageSize, 250));
        api.MapGet(One + "/result", ExportAsync).Describe(
            "exportImport", Tag, "What became of every row, as CSV", "Needs members.invite.")
            .Produces<string>(200, "text/csv");
        api.MapPost(One + "/pause", PauseAsync).Describe(
            "pauseImport", Tag, "Pause an import", "After those that are under way. Needs members.invite.")
            .Answers(204).Fails(409, 422);
        api.MapPost(One + "/resume", ResumeAsync).Describe(
            "resumeImport", Tag, "Go on with an import", "Still in the name of whoever started it. Needs members.invite.")
            .Answers(204).Fails(409, 422);
        api.MapPost(One + "/cancel", CancelAsync).Describe(
            "cancelImport", Tag, "Cancel an import", "What was not sent yet is not sent; what was sent stays. Needs members.invite.")
            .Answers(204).Fails(409, 422);
        return api;
    }

    private static async Task<IResult> ListAsync(OrganizationId organization, [AsParameters] PageQuery page, IInvitationImportService service, CancellationToken cancellationToken)
    {
        var request = page.Read();
        return request.IsFailure ? request.Failure.ToHttp() : (await service.ListAsync(organization, cancellationToken)).ToPage(request.Value, ImportResponse.From);
    }

    private static async Task<IResult> StartAsync(OrganizationId organization, ImportRequest body, ImportIntake intake)
    {
        var read = new InputReader();
        var wish = body.Read(read);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await intake.StartAsync(organization, wish)).ToStarted(organization);
    }

    private static async Task<IResult> CheckAsync(OrganizationId organization, ImportRequest body, ImportIntake intake, CancellationToken cancellationToken)
    {
        var read = new InputReader();
        var wish = body.Read(read);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await intake.CheckAsync(organization, wish, cancellationToken)).ToHttp(ImportCheckResponse.From);
    }

    private static async Task<IResult> StartCsvAsync(OrganizationId organization, [AsParameters] CsvQuery query, Stream body, ImportIntake intake)
    {
        var wish = await query.ReadAsync(body);
        return wish.IsFailure ? wish.Failure.ToHttp() : (await intake.StartAsync(organization, wish.Value)).ToStarted(organization);
    }

    private static async Task<IResult> CheckCsvAsync(OrganizationId organization, [AsParameters] CsvQuery query, Stream body, ImportIntake intake, CancellationToken cancellationToken)
    {
        var wish = await query.ReadAsync(body);
        return wish.IsFailure ? wish.Failure.ToHttp() : (await intake.CheckAsync(organization, wish.Value, cancellationToken)).ToHttp(ImportCheckResponse.From);
    }

    private static async Task<IResult> ListAgainAsync(OrganizationId organization, [AsParameters] PageQuery page, IInvitationImportService service, CancellationToken cancellationToken)
    {
        var request = page.Read();
        return request.IsFailure ? request.Failure.ToHttp() : (await service.ListAgainAsync(organization, cancellationToken)).ToPage(request.Value, SendAgainCandidateResponse.From);
    }

    private static async Task<IResult> SendAgainAsync(OrganizationId organization, SendAgainRequest body, IInvitationImportService service)
    {
        var read = new InputReader();
        var invitations = read.Ids<InvitationId>("invitationIds", body.InvitationIds);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.SendAgainAsync(organization, invitations)).Naming(("invitations", "invitationIds")).ToStarted(organization);
    }

    private static async Task<IResult> GetAsync(OrganizationId organization, Guid import, IInvitationImportService service, CancellationToken cancellationToken) =>
        (await service.GetAsync(organization, import, new ImportQuery(), cancellationToken)).ToHttp(progress => ImportResponse.From(progress.Summary));

    private static async Task<IResult> ListRowsAsync(
        OrganizationId organization,
        Guid import,
        [FromQuery, Description("Only those in this state, such as failed.")] string? state,
        [FromQuery, Description("The page, from 1.")] int? page,
        IInvitationImportService service,
        CancellationToken cancellationToken)
    {
        var read = new InputReader();
        var query = new ImportQuery(read.WordOrNone<ImportRowState>("state", state), page ?? 1);
        if (read.Wrong is { } wrong)
        {
            return wrong.ToHttp();
        }

        var progress = await service.GetAsync(organization, import, query, cancellationToken);
        return progress.IsFailure ? progress.Failure.ToHttp() : Result.Of(progress.Value.Rows).ToPage(ImportOutcomeResponse.From);
    }

    private static async Task<IResult> ExportAsync(OrganizationId organization, Guid import, IInvitationImportService service, CancellationToken cancellationToken)
    {
        var file = await service.ExportAsync(organization, import, cancellationToken);
        return file.IsFailure ? file.Failure.ToHttp() : TypedResults.File(file.Value.Bytes, CsvFile.ContentType, file.Value.Name);
    }

    private static async Task<IResult> PauseAsync(OrganizationId organization, Guid import, IInvitationImportService service) => (await service.PauseAsync(organization, import)).ToHttp();

    private static async Task<IResult> ResumeAsync(OrganizationId organization, Guid import, IInvitationImportService service) => (await service.ResumeAsync(organization, import)).ToHttp();

    private static async Task<IResult> CancelAsync(OrganizationId organization, Guid import, IInvitationImportService service) => (await service.CancelAsync(organization, import)).ToHttp();

    private static IResult ToStarted(this Result<Guid> started, OrganizationId organization) =>
        started.ToAccepted(import => new ImportStartedResponse(import), import => $"/organizations/{organization}/invitation-imports/{import}");
}
