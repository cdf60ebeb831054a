using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Idempotency;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Features.Organizations.CustomFields;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace OrgPortal.Web.Features.Organizations.Api;

/// <summary>Organizations over HTTP.</summary>
internal static class OrganizationEndpoints
{
    private const string One = "/organizations/{organization:id}";

    /// <summary>What a form takes beside its file.</summary>
    private const int FormOverhead = 16 * 1024;

    private static readonly OrganizationResponse Sample = new("x8f2k1q9z0ab", "Globex", "Everything that Acme does not make", null);

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapOrganizations(this RouteGroupBuilder api)
    {
        api.MapGet("/organizations", ListAsync).Describe(
            "listOrganizations", "Organizations", "My organizations", "The organizations of the caller with the caller's roles there, by name. Takes a resource token.")
            .Answers<PageResponse<MyOrganizationResponse>>().Fails(400)
            .Example(response: new PageResponse<MyOrganizationResponse>([new(Sample.Id, Sample.Name, Sample.Description, null, ["admin"])], 1, PageQuery.DefaultSize, 1));
        api.MapPost("/organizations", CreateAsync).Describe(
            "createOrganization", "Organizations", "Create an organization", "Creates an organization with the caller as its administrator: all of it or nothing. Takes a resource token. Send an Idempotency-Key, so that trying again after a lost answer makes no second one.")
            .Answers<OrganizationResponse>(201).Fails(400, 409, 422)
            .Example(new OrganizationRequest(Sample.Name, Sample.Description), Sample);
        api.MapGet(One, GetAsync).Describe(
            "getOrganization", "Organizations", "One organization", "What every member may know, with its ETag.")
            .Answers<OrganizationResponse>()
            .Example(response: Sample);
        api.MapPatch(One, UpdateAsync).Describe(
            "updateOrganization", "Organizations", "Change name, description, logo and colours", "Needs organization.manage. What is left out stays as it is; what is null is taken away, but for the name. If-Match must carry the ETag that the change was made of.")
            .Answers<OrganizationResponse>().Fails(400, 412, 428)
            .Example(
                new { name = "Globex International", logoUrl = "https://globex.example/logo.png", primaryColor = "#0b6e4f" },
                Sample with { Name = "Globex International", LogoUrl = "https://globex.example/logo.png", PrimaryColor = "#0b6e4f" });
        api.MapPost(One + "/logo", UploadLogoAsync).WithMetadata(new RequestSizeLimitAttribute(LogoUpload.LargestFile + FormOverhead)).Describe(
            "uploadLogo", "Organizations", "Upload a logo", "Needs organization.manage. A form with one file: PNG, JPEG or WebP of at most 2 MB. A PNG of at most 512 by 512 pixels is made of it, kept in the tenant's storage, and set as the logo, or with dark=true as the one on dark ground. 409 storage_not_configured where the tenant has no storage: set logoUrl then.")
            .Answers<OrganizationResponse>().Fails(400, 409)
            .Example(response: Sample with { LogoUrl = "https://storage.example/logo.png" });
        api.MapDelete(One, DeleteAsync).Describe(
            "deleteOrganization", "Organizations", "Delete an organization", "Needs organization.delete, an Identity-Proof of the last ten minutes, and the ETag in If-Match. Takes memberships and invitations with it. Where the service holds deleted organizations for a while, it answers 202 with the moment until which it can be restored; else 204, and nobody brings it back.")
            .Answers<DeletionResponse>(202).Answers(204).Fails(409, 412, 428)
            .Example(response: new DeletionResponse(new DateTimeOffset(2026, 12, 3, 9, 30, 0, TimeSpan.Zero)));
        api.MapPost(One + "/restore", RestoreAsync).Describe(
            "restoreOrganization", "Organizations", "Restore a deleted organization", "Needs organization.delete and an Identity-Proof of the last ten minutes. Brings back, as it was, what was deleted and is not removed yet; listOrganizations tells what that is. Takes a token for the organization.")
            .Answers(204).Fails(409);
        api.MapPost(One + "/leave", LeaveAsync).Describe(
            "leaveOrganization", "Organizations", "Leave an organization", "Ends the caller's own membership. The last administrator cannot leave.")
            .Answers(204).Fails(409, 422);
        api.MapPost(One + "/hand-over", HandOverAsync).Describe(
            "handOverOrganization", "Organizations", "Hand an organization over", "Makes a member the administrator in the caller's place. Needs members.manage and organization.delete, and an Identity-Proof of the last ten minutes.")
            .Answers(204).Fails(400, 409, 422)
            .Example(new HandOverRequest("u4kq1m9x2c7v", Sample.Name, []));
        return api;
    }

    private static async Task<IResult> ListAsync([AsParameters] PageQuery page, IOrganizationService service, CancellationToken cancellationToken)
    {
        var request = page.Read();
        return request.IsFailure ? request.Failure.ToHttp() : (await service.ListMineAsync(cancellationToken)).ToPage(request.Value, MyOrganizationResponse.From);
    }

    private static async Task<IResult> CreateAsync(OrganizationRequest body, RequestId request, IOrganizationService service, CustomFieldSchema schema)
    {
        var fields = schema.Take(body.CustomFields);
        if (fields.IsFailure)
        {
            return fields.Failure.ToHttp();
        }

        var form = new CreateOrganizationForm(body.Name ?? string.Empty, body.Description, fields.Value);
        // What was made is what was sent: nothing needs to be read again.
        return (await service.CreateAsync(request.Value, form)).ToCreated(id => OrganizationResponse.From(id, form, schema), id => $"/organizations/{id}");
    }

    private static async Task<IResult> GetAsync(OrganizationId organization, IOrganizationService service, CustomFieldSchema schema, CancellationToken cancellationToken) =>
        (await service.GetAsync(organization, cancellationToken)).ToTagged(found => OrganizationResponse.From(found, schema));

    private static async Task<IResult> UpdateAsync(OrganizationId organization, OrganizationPatch body, IfMatch ifMatch, IOrganizationService service, CustomFieldSchema schema)
    {
        var fields = schema.Take(body.CustomFields);
        if (fields.IsFailure)
        {
            return fields.Failure.ToHttp();
        }

        var current = await ReadAsync(organization, ifMatch, service, schema);
        if (current.IsFailure)
        {
            return current.Failure.ToHttp();
        }

        var before = new OrganizationProfileForm(current.Value.Name, current.Value.Description, current.Value.Brand, current.Value.Fields);
        var updated = await service.UpdateAsync(organization, body.Onto(before, fields.Value), ifMatch.NamesOne ? before : null);
        return updated.IsFailure ? updated.ToHttp() : (await service.GetAsync(organization)).ToTagged(found => OrganizationResponse.From(found, schema));
    }

    private static async Task<IResult> UploadLogoAsync(OrganizationId organization, IFormFile? file, [Description("The logo on dark ground instead.")] bool? dark, IOrganizationService service, CustomFieldSchema schema)
    {
        if (file is null)
        {
            return new Invalid("file", "required").ToHttp();
        }

        await using var stream = file.OpenReadStream();
        var uploaded = await service.UploadLogoAsync(organization, stream, dark is true);
        return uploaded.IsFailure ? uploaded.ToHttp() : (await service.GetAsync(organization)).ToTagged(found => OrganizationResponse.From(found, schema));
    }

    // Over HTTP nobody types a name: whoever sends the tag has read the organization as it is.
    private static async Task<IResult> DeleteAsync(OrganizationId organization, IfMatch ifMatch, IOrganizationService service, CustomFieldSchema schema)
    {
        var current = await ReadAsync(organization, ifMatch, service, schema);
        if (current.IsFailure)
        {
            return current.Failure.ToHttp();
        }

        var deleted = await service.DeleteAsync(organization, current.Value.Name);
        return deleted switch
        {
            { IsFailure: true } => deleted.Failure.ToHttp(),
            { Value: { } until } => HttpResults.Accepted(value: new DeletionResponse(until)),
            _ => HttpResults.NoContent(),
        };
    }

    private static async Task<IResult> RestoreAsync(OrganizationId organization, IOrganizationService service) =>
        (await service.RestoreAsync(organization)).ToHttp();

    private static async Task<IResult> LeaveAsync(OrganizationId organization, IMemberService service) =>
        (await service.LeaveAsync(organization)).ToHttp();

    private static async Task<IResult> HandOverAsync(OrganizationId organization, HandOverRequest body, IMemberService service)
    {
        var read = body.Read();
        return read.IsFailure ? read.Failure.ToHttp() : (await service.HandOverAsync(organization, read.Value.Recipient, read.Value.Afterwards, body.OrganizationName ?? string.Empty)).ToHttp();
    }

    private static async Task<Result<OrganizationSummary>> ReadAsync(OrganizationId organization, IfMatch ifMatch, IOrganizationService service, CustomFieldSchema schema)
    {
        var current = await service.GetAsync(organization);
        return current.IsFailure ? current : ifMatch.RefuseUnless(OrganizationResponse.From(current.Value, schema)) is { } stale ? stale : current;
    }
}
