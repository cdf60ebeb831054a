using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.JoinLinks.Api;

/// <summary>Links to join by over HTTP: for those who make them, and for those who join.</summary>
internal static class JoinLinkEndpoints
{
    private const string Tag = "Join links";
    private const string All = "/organizations/{organization:id}/join-links";
    private const string One = All + "/{link:guid}";

    private static readonly Guid Id = Guid.Parse("0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b");
    private static readonly string[] Roles = ["m2v8x1k0q7c4z5b9n3a6d"];

    private static readonly JoinLinkResponse Sample = new(
        Id, "Interns", JoinLinkState.Live, true, [new RoleReference(Roles[0], "member")], ["acme.example"], 4, 20, "a1c9k2m4x7qv", "Alice Adams", new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 12, 24, 9, 30, 0, TimeSpan.Zero));

    private static readonly MadeJoinLinkResponse Made = new(Id, new Uri("https://portal.example/join/secret"));

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapJoinLinks(this RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listJoinLinks", Tag, "List the links", "The newest first. Needs members.invite.")
            .Answers<PageResponse<JoinLinkResponse>>().Fails(400)
            .Example(response: new PageResponse<JoinLinkResponse>([Sample], 1, PageQuery.DefaultSize, 1));
        api.MapPost(All, CreateAsync).Describe(
            "createJoinLink", Tag, "Make a link", "It is shown this once. Whoever makes it vouches for everybody who joins with it, and must hold what it gives for as long as it is to work. Needs members.invite.")
            .Answers<MadeJoinLinkResponse>(201).Fails(400, 409, 422)
            .Example(new JoinLinkRequest("Interns", Roles, ["acme.example"], 30, 20), Made);
        api.MapGet(One + "/people", ListJoinedAsync).Describe(
            "listJoinedByLink", Tag, "Who joined by a link", "The last thousand, the last first. Needs members.invite.")
            .Answers<PageResponse<JoinedPersonResponse>>().Fails(400)
            .Example(response: new PageResponse<JoinedPersonResponse>([new("u4kq1m9x2c7v", "Bob Brown", Sample.CreatedAt)], 1, PageQuery.DefaultSize, 1));
        api.MapPut(One + "/state", SwitchAsync).Describe(
            "switchJoinLink", Tag, "Switch a link on or off", "Whoever switches it on vouches for it from then on, and must hold what it gives. Needs members.invite.")
            .Answers(204).Fails(400, 409)
            .Example(new SwitchRequest(false));
        api.MapPost(One + "/replace", ReplaceAsync).Describe(
            "replaceJoinLink", Tag, "Give a link a new address", "The old one ends at once; everything else stays. Needs members.invite.")
            .Answers<MadeJoinLinkResponse>().Fails(409, 422)
            .Example(response: Made);
        api.MapDelete(One, DeleteAsync).Describe(
            "deleteJoinLink", Tag, "Delete a link", "Whoever joined by it stays. Needs members.invite.")
            .Answers(204);
        api.MapPost("/me/join", JoinAsync).Describe(
            "joinByLink", Tag, "Join by a link", "Makes the caller a member with the link's roles; for a member it changes nothing. Takes a resource token.")
            .Answers<JoinedResponse>().Fails(404, 409, 422)
            .Example(new JoinByLinkRequest("secret"), new JoinedResponse("x8f2k1q9z0ab"));
        return api;
    }

    private static async Task<IResult> ListAsync(OrganizationId organization, [AsParameters] PageQuery page, IJoinLinkService service, CancellationToken cancellationToken)
    {
        var request = page.Read();
        return request.IsFailure ? request.Failure.ToHttp() : (await service.ListAsync(organization, cancellationToken)).ToPage(request.Value, JoinLinkResponse.From);
    }

    private static async Task<IResult> CreateAsync(OrganizationId organization, JoinLinkRequest body, IJoinLinkService service)
    {
        var read = new InputReader();
        var form = body.Read(read);
        return read.Wrong is { } wrong
            ? wrong.ToHttp()
            : (await service.CreateAsync(organization, form)).Naming(("roles", "roleIds")).ToCreated(MadeJoinLinkResponse.From, made => $"/organizations/{organization}/join-links/{made.Id}/people");
    }

    private static async Task<IResult> ListJoinedAsync(OrganizationId organization, Guid link, [AsParameters] PageQuery page, IJoinLinkService service, CancellationToken cancellationToken)
    {
        var request = page.Read();
        return request.IsFailure ? request.Failure.ToHttp() : (await service.ListJoinedAsync(organization, link, cancellationToken)).ToPage(request.Value, JoinedPersonResponse.From);
    }

    private static async Task<IResult> SwitchAsync(OrganizationId organization, Guid link, SwitchRequest body, IJoinLinkService service)
    {
        var read = new InputReader();
        var isOn = read.Value("isOn", body.IsOn);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.SwitchAsync(organization, link, isOn)).ToHttp();
    }

    private static async Task<IResult> ReplaceAsync(OrganizationId organization, Guid link, IJoinLinkService service) => (await service.ReplaceAsync(organization, link)).ToHttp(MadeJoinLinkResponse.From);

    private static async Task<IResult> DeleteAsync(OrganizationId organization, Guid link, IJoinLinkService service) => (await service.DeleteAsync(organization, link)).ToHttp();

    private static async Task<IResult> JoinAsync(JoinByLinkRequest body, IJoinByLinkService service) => (await service.JoinAsync(body.Token ?? string.Empty)).ToHttp(JoinedResponse.From);
}
