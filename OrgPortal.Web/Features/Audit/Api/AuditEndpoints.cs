using System.ComponentModel;
using System.Text.Json.Nodes;
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

    private static readonly AuditEntryResponse Sample = new(
        4711, new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero), "member.remove", "a1c9k2m4x7qv", "Alice Adams", "member", "u4kq1m9x2c7v", "Bob Brown",
        JsonNode.Parse("""{"roles":["member"]}"""), null, "done", null, "203.0.113.7", "4bf92f3577b34da6a3ce929d0e0e4736", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapAudit(this RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listAuditRecords", Tag, "Read the audit trail", "The newest first, 50 at a time: next goes on behind them, also where a part has fewer. Needs audit.read.")
            .Answers<CursorResponse<AuditEntryResponse>>().Fails(400)
            .Example(response: new CursorResponse<AuditEntryResponse>([Sample], "1795512600000-4711"));
        api.MapGet(All + "/actors", ListActorsAsync).Describe(
            "listAuditActors", Tag, "Who did something lately", "By name. Needs audit.read.")
            .Answers<PageResponse<AuditActorResponse>>().Fails(400)
            .Example(response: new PageResponse<AuditActorResponse>([new("a1c9k2m4x7qv", "Alice Adams")], 1, PageQuery.DefaultSize, 1));
        api.MapGet(All + "/people/{person:id}", ListAboutAsync).Describe(
            "listHistory", Tag, "The last acts of and about a person", "Up to ten, also for somebody who is no member any more. Needs audit.read.")
            .Answers<IReadOnlyList<AuditEntryResponse>>()
            .Example(response: new[] { Sample });
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
