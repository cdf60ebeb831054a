using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations.Api;

/// <summary>Invitations over HTTP, for those who are invited.</summary>
internal static class MyInvitationEndpoints
{
    private const string Tag = "My invitations";
    private const string All = "/me/invitations";

    private static readonly MyInvitationResponse Sample = new(
        "i7x3k9q2m5c1", "x8f2k1q9z0ab", "Globex", null, "Dave Davis", [new RoleReference("m2v8x1k0q7c4z5b9n3a6d", "member")], new DateTimeOffset(2026, 12, 1, 9, 30, 0, TimeSpan.Zero));

    private static readonly JoinedResponse Joined = new("x8f2k1q9z0ab");

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapMyInvitations(this RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listOwnInvitations", Tag, "The open invitations for the caller's address", "The newest first, at most 20. Takes a resource token.")
            .Answers<MyInvitationsResponse>()
            .Example(response: new MyInvitationsResponse([Sample], true));
        api.MapPost(All + "/{invitation:id}/accept", AcceptAsync).Describe(
            "acceptInvitation", Tag, "Accept an invitation", "Where the tenant's sign-up verifies addresses; elsewhere the answer is link_required, and the link in the mail accepts. Takes a resource token.")
            .Answers<JoinedResponse>().Fails(404, 409, 422)
            .Example(response: Joined);
        api.MapPost(All + "/{invitation:id}/decline", DeclineAsync).Describe(
            "declineInvitation", Tag, "Decline an invitation", "On the same condition. Takes a resource token.")
            .Answers(204).Fails(404, 409, 422)
            .Example(new DeclineInvitationRequest("I work elsewhere now."));
        api.MapPost(All + "/link/accept", AcceptByLinkAsync).Describe(
            "acceptInvitationByLink", Tag, "Accept an invitation by its link", "For the person whose address is invited. Whoever accepted it already gets the same answer again. Takes a resource token.")
            .Answers<JoinedResponse>().Fails(404, 409, 422)
            .Example(new InvitationLinkRequest("secret"), Joined);
        api.MapPost(All + "/link/decline", DeclineByLinkAsync).Describe(
            "declineInvitationByLink", Tag, "Decline an invitation by its link", "For the person whose address is invited. Takes a resource token.")
            .Answers(204).Fails(404, 409, 422)
            .Example(new InvitationLinkRequest("secret", "I work elsewhere now."));
        return api;
    }

    private static async Task<IResult> ListAsync(IInvitationResponseService service, CancellationToken cancellationToken) =>
        (await service.ListMineAsync(cancellationToken)).ToHttp(MyInvitationsResponse.From);

    private static async Task<IResult> AcceptAsync(InvitationId invitation, IInvitationResponseService service) =>
        (await service.AcceptMineAsync(invitation)).ToHttp(JoinedResponse.From);

    private static async Task<IResult> DeclineAsync(InvitationId invitation, DeclineInvitationRequest? body, IInvitationResponseService service) =>
        (await service.DeclineMineAsync(invitation, body?.Reason)).ToHttp();

    private static async Task<IResult> AcceptByLinkAsync(InvitationLinkRequest body, IInvitationResponseService service) =>
        (await service.AcceptAsync(body.Token ?? string.Empty)).ToHttp(JoinedResponse.From);

    private static async Task<IResult> DeclineByLinkAsync(InvitationLinkRequest body, IInvitationResponseService service) =>
        (await service.DeclineAsync(body.Token ?? string.Empty, body.Reason)).ToHttp();
}
