using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using OrgPortal.Web.Api;
using OrgPortal.Web.Api.Description;
using OrgPortal.Web.Api.Paging;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations.Api;

/// <summary>Invitations over HTTP, for those who invite.</summary>
internal static class InvitationEndpoints
{
    private const string Tag = "Invitations";
    private const string All = "/organizations/{organization:id}/invitations";
    private const string One = All + "/{invitation:id}";

    private static readonly string[] Roles = ["m2v8x1k0q7c4z5b9n3a6d"];
    private static readonly DateTimeOffset MadeAt = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    private static readonly InvitationResponse Sample = new(
        "i7x3k9q2m5c1", "carol@example.com", InvitationState.Pending, true, null, [new RoleReference(Roles[0], "member")], "a1c9k2m4x7qv", "Alice Adams", null, MadeAt, MadeAt, MadeAt.AddDays(7), null, null);

    private static readonly AddressOutcomeResponse Sent = new("carol@example.com", AddressOutcomeKind.Sent, "i7x3k9q2m5c1", null, null, MadeAt.AddDays(7));

    /// <summary>Maps them.</summary>
    public static RouteGroupBuilder MapInvitations(this RouteGroupBuilder api)
    {
        api.MapGet(All, ListAsync).Describe(
            "listInvitations", Tag, "List invitations", "The newest first. Needs members.invite.")
            .Answers<PageResponse<InvitationResponse>>().Fails(400)
            .Example(response: new PageResponse<InvitationResponse>([Sample], 1, PageQuery.DefaultSize, 1));
        api.MapGet(All + "/counts", CountAsync).Describe(
            "countInvitations", Tag, "Count invitations by state", "Needs members.invite.")
            .Answers<InvitationCountsResponse>()
            .Example(response: new InvitationCountsResponse(3, 1, 12, 2, 0, 18));
        api.MapGet(All + "/delivery", GetDeliveryAsync).Describe(
            "getInvitationDelivery", Tag, "Whether invitations can be mailed", "Needs members.invite.")
            .Answers<InvitationDeliveryResponse>()
            .Example(response: new InvitationDeliveryResponse(true));
        api.MapPost(All, InviteAsync).Describe(
            "invite", Tag, "Invite somebody", "Makes the invitation and mails it. 201 also when only the mail failed: the outcome says so, and the invitation can be resent or a link of it handed over. Needs members.invite.")
            .Answers<AddressOutcomeResponse>(201).Fails(400, 409, 422)
            .Example(new InviteRequest("carol@example.com", Roles, 14, "en", "Welcome to the team."), Sent);
        api.MapPost(All + "/batch", InviteManyAsync).Describe(
            "inviteMany", Tag, "Invite up to 100 people", "Each address gets an outcome of its own, in the order given; one that fails does not stop the others. Refused as a whole only before anything was done. For more there are imports. Needs members.invite.")
            .Answers<IReadOnlyList<AddressOutcomeResponse>>().Fails(400, 409, 422)
            .Example(new InviteManyRequest(["carol@example.com", "bob@example.com"], Roles), new[] { Sent, new AddressOutcomeResponse("bob@example.com", AddressOutcomeKind.AlreadyMember, null, "already_member", null, null) });
        api.MapPost(One + "/resend", ResendAsync).Describe(
            "resendInvitation", Tag, "Mail an open invitation again", "With a further link; its end stays as it is. Needs members.invite.")
            .Answers(204).Fails(409, 422);
        api.MapPost(One + "/renew", RenewAsync).Describe(
            "renewInvitation", Tag, "Send an expired invitation again", "A new one takes its place, and its old links lead there. Needs members.invite.")
            .Answers(204).Fails(409, 422);
        api.MapPost(One + "/revoke", RevokeAsync).Describe(
            "revokeInvitation", Tag, "Take an open invitation back", "Its links end. Needs members.invite.")
            .Answers(204).Fails(409, 422);
        api.MapPost(One + "/restore", RestoreAsync).Describe(
            "restoreInvitation", Tag, "Undo a revocation", "Of the last ten minutes: a new invitation with the same end takes its place, without a mail, and the links that were given out work again. Needs members.invite.")
            .Answers(204).Fails(409, 422);
        api.MapPost(One + "/link", CreateLinkAsync).Describe(
            "createInvitationLink", Tag, "Make a link to hand over", "A further one for an open invitation, instead of a mail. It cannot be shown again. Needs members.invite.")
            .Answers<InvitationLinkResponse>().Fails(409, 422)
            .Example(response: new InvitationLinkResponse(new Uri("https://portal.example/invitation/secret")));
        api.MapDelete(One, DeleteAsync).Describe(
            "deleteInvitation", Tag, "Delete the record of an invitation", "Of one that has ended; an open one is revoked first. Needs members.invite.")
            .Answers(204).Fails(409);
        api.MapPost(All + "/take-over", TakeOverAsync).Describe(
            "takeOverInvitations", Tag, "Vouch for somebody's open invitations", "Whoever leaves takes the right to invite along, and nobody could accept them any more. Needs members.invite.")
            .Answers<InvitationsHandledResponse>().Fails(400, 422)
            .Example(new InviterRequest("u4kq1m9x2c7v"), new InvitationsHandledResponse(3, 0));
        api.MapPost(All + "/revoke-sent", RevokeSentAsync).Describe(
            "revokeSentInvitations", Tag, "Revoke somebody's open invitations", "All that the person has sent. Needs members.invite.")
            .Answers<InvitationsHandledResponse>().Fails(400, 422)
            .Example(new InviterRequest("u4kq1m9x2c7v"), new InvitationsHandledResponse(3, 0));
        return api;
    }

    private static async Task<IResult> ListAsync(
        OrganizationId organization,
        [FromQuery, Description("pending, expired, accepted, revoked or declined.")] string? state,
        [FromQuery, Description("Part of the address, in any case.")] string? search,
        [FromQuery, Description("Only those that the person of this id has sent.")] string? inviter,
        [AsParameters] PageQuery page,
        IInvitationService service,
        CancellationToken cancellationToken)
    {
        var read = new InputReader();
        var request = read.Page(page);
        var query = new InvitationQuery(read.WordOrNone<InvitationState>("state", state), search, request.Number, request.Size, read.IdOrNone<UserId>("inviter", inviter));
        if (read.Wrong is { } wrong)
        {
            return wrong.ToHttp();
        }

        var list = await service.ListAsync(organization, query, cancellationToken);
        return list.IsFailure ? list.Failure.ToHttp() : Result.Of(list.Value.Page).ToPage(InvitationResponse.From);
    }

    private static async Task<IResult> CountAsync(OrganizationId organization, IInvitationService service, CancellationToken cancellationToken) =>
        (await service.ListAsync(organization, new InvitationQuery(PageSize: 1), cancellationToken)).ToHttp(InvitationCountsResponse.From);

    private static async Task<IResult> GetDeliveryAsync(OrganizationId organization, IInvitationService service, CancellationToken cancellationToken) =>
        (await service.CanMailAsync(organization, cancellationToken)).ToHttp(canMail => new InvitationDeliveryResponse(canMail));

    private static async Task<IResult> InviteAsync(OrganizationId organization, InviteRequest body, IInvitationService service)
    {
        var read = new InputReader();
        var form = body.Read(read);
        if (read.Wrong is { } wrong)
        {
            return wrong.ToHttp();
        }

        var sent = (await service.SendAsync(organization, form)).Naming(("addresses", "emailAddress"), ("roles", "roleIds"));
        return (sent.Failure ?? RefusalOf(sent.Value[0])) is { } refused
            ? refused.ToHttp()
            : Result.Of(sent.Value[0]).ToCreated(AddressOutcomeResponse.From, _ => $"/organizations/{organization}/invitations");
    }

    private static async Task<IResult> InviteManyAsync(OrganizationId organization, InviteManyRequest body, IInvitationService service)
    {
        var read = new InputReader();
        var form = body.Read(read);
        return read.Wrong is { } wrong
            ? wrong.ToHttp()
            : (await service.SendAsync(organization, form)).Naming(("addresses", "emailAddresses"), ("roles", "roleIds")).ToHttp(outcomes => outcomes.Select(AddressOutcomeResponse.From).ToArray());
    }

    private static async Task<IResult> ResendAsync(OrganizationId organization, InvitationId invitation, IInvitationService service) => (await service.ResendAsync(organization, invitation)).ToHttp();

    private static async Task<IResult> RenewAsync(OrganizationId organization, InvitationId invitation, IInvitationService service) => (await service.RenewAsync(organization, invitation)).ToHttp();

    private static async Task<IResult> RevokeAsync(OrganizationId organization, InvitationId invitation, IInvitationService service) => (await service.RevokeAsync(organization, invitation)).ToHttp();

    private static async Task<IResult> RestoreAsync(OrganizationId organization, InvitationId invitation, IInvitationService service) => (await service.RestoreAsync(organization, invitation)).ToHttp();

    private static async Task<IResult> CreateLinkAsync(OrganizationId organization, InvitationId invitation, IInvitationService service) =>
        (await service.CreateLinkAsync(organization, invitation)).ToHttp(link => new InvitationLinkResponse(link));

    private static async Task<IResult> DeleteAsync(OrganizationId organization, InvitationId invitation, IInvitationService service) => (await service.DeleteAsync(organization, invitation)).ToHttp();

    private static async Task<IResult> TakeOverAsync(OrganizationId organization, InviterRequest body, IInvitationService service)
    {
        var read = new InputReader();
        var inviter = read.Id<UserId>("inviterId", body.InviterId);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.TakeOverAsync(organization, inviter)).ToHttp(InvitationsHandledResponse.From);
    }

    private static async Task<IResult> RevokeSentAsync(OrganizationId organization, InviterRequest body, IInvitationService service)
    {
        var read = new InputReader();
        var inviter = read.Id<UserId>("inviterId", body.InviterId);
        return read.Wrong is { } wrong ? wrong.ToHttp() : (await service.RevokeSentByAsync(organization, inviter)).ToHttp(InvitationsHandledResponse.From);
    }

    // One address alone: what became of it is what became of the request.
    private static Failure? RefusalOf(AddressOutcome outcome) => outcome.Kind switch
    {
        AddressOutcomeKind.Sent or AddressOutcomeKind.MailNotSent => null,
        AddressOutcomeKind.AlreadyMember => new Refused(RefusalReasons.AlreadyMember),
        AddressOutcomeKind.AlreadyInvited => new Refused(RefusalReasons.AlreadyInvited),
        AddressOutcomeKind.Invalid => new Invalid("emailAddress", "format"),
        _ => outcome.Reason ?? new Unavailable(),
    };
}
