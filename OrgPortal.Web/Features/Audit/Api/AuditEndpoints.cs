using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Audit.Api;

/// <summary>The audit trail over HTTP.</summary>
internal static class AuditEndpoints
{
    private const string Tag = "Audit";
    private const string All = "/organizations/{organization:id}/audit";

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapAudit(this RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listAuditRecords", Tag, "Read the audit trail", "The newest first, 50 at a time: next goes on behind them, also where a part has fewer. Needs audit.read.")
            .Answers<CursorResponse<AuditEntryResponse>>().Fails(400);
        api.MapGet(All + "/actors", ListActorsAsync).Describe(
            "listAuditActors", Tag, "Who did something lately", "By name. Needs audit.read.")
            .Answers<PageResponse<AuditActorResponse>>().Fails(400);
        api.MapGet(All + "/people/{person:id}", ListAboutAsync).Describe(
            "listHistory", Tag, "The last acts of and about a person", "Up to ten, also for somebody who is no member any more. Needs audit.read.")
            .Answers<IReadOnlyList<AuditEntryResponse>>();
        api.MapGet(All + "/export", ExportAsync).Describe(
            "exportAudit", Tag, "Export the audit trail", "Everything that the filter finds, as a file. Goes on record itself. Needs audit.read.")
            .Produces<string>(200, "text/csv", "application/jsonl").Fails(400);
        return api;
    }

    private static async Task<IResult> ListAsync(
        OrganizationId organization,
        [AsParameters] AuditQuery query,
        [FromQuery, Description("What the part before gave as next.")] string? after,
        IAuditService service,
        CancellationToken cancellationToken)
    {
        var read = new InputReader();
        var (filter, position) = (query.Read(read), AuditPosition.Parse(after));
        if (read.Wrong is { } wrong)
        {
            return wrong.ToHttp();
        }

        return position is null && !string.IsNullOrEmpty(after)
            ? new Invalid("after", "invalid").ToHttp()
            : (await service.ListAsync(organization, filter, position, cancellationToken)).ToHttp(
                rows => new CursorResponse<AuditEntryResponse>([.. rows.Rows.Select(AuditEntryResponse.From)], rows.Next?.ToString()));
    }

    private static async Task<IResult> ListActorsAsync(OrganizationId organization, [AsParameters] PageQuery page, IAuditService service, CancellationToken cancellationToken)
    {
        var request = page.Read();
        return request.IsFailure ? request.Failure.ToHttp() : (await service.ListActorsAsync(organization, cancellationToken)).ToPage(request.Value, AuditActorResponse.From);
    }

    private static async Task<IResult> ListAboutAsync(OrganizationId organization, UserId person, IAuditService service, CancellationToken cancellationToken) =>
        (await service.ListAboutAsync(organization, person, cancellationToken)).ToHttp(rows => rows.Select(AuditEntryResponse.From).ToArray());

    private static async Task<IResult> ExportAsync(
        OrganizationId organization,
        [AsParameters] AuditQuery query,
        [FromQuery, Description("csv or json_lines; csv when left out.")] string? format,
        IAuditService service,
        CancellationToken cancellationToken)
    {
        var read = new InputReader();
        var (filter, kind) = (query.Read(read), read.WordOrNone<AuditExportFormat>("format", format) ?? AuditExportFormat.Csv);
        if (read.Wrong is { } wrong)
        {
            return wrong.ToHttp();
        }

        var export = await service.ExportAsync(organization, filter, kind, cancellationToken);
        return export.IsFailure ? export.Failure.ToHttp() : TypedResults.Stream(export.Value.WriteAsync, export.Value.ContentType, export.Value.FileName);
    }
}
