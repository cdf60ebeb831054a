using Microsoft.Extensions.Options;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>
/// Makes one invitation: on record, created in Logto, then mailed. In this order a mail that fails leaves an open invitation, and
/// the link can be bound to it.
/// </summary>
/// <remarks>
/// Logto tells by itself whether the address belongs to a member or is invited already. It compares letter case, so addresses are sent
/// in lower case; a member whose account holds capitals is not noticed, and stays a member when accepting.
/// </remarks>
internal sealed class InvitationWriter(
    IOrganizationInvitationsClient invitations,
    IOrganizationRolesClient template,
    InvitationMailer mailer,
    InvitationLetters letters,
    IAuditTrail audit,
    IOptions<InvitationOptions> options,
    TimeProvider time)
{
    public async Task<AddressOutcome> WriteAsync(InvitationDraft draft)
    {
        var invitation = new NewInvitation(
            draft.Organization,
            draft.Address.Value,
            draft.Inviter.Id,
            draft.Roles,
            time.GetUtcNow().AddDays(draft.ExpiresInDays ?? options.Value.ExpiresInDays));
        var (maker, letter) = (InvitationMaker.Of(draft.Inviter), draft.Letter ?? Letter.None);
        Result<string> token = new Unavailable();
        var created = await CreateAsync(
            invitation,
            draft.Renews,
            draft.Renews is null ? AuditActions.CreateInvitation : AuditActions.RenewInvitation,
            async made => token = await PrepareAsync(made, maker, letter));
        if (created.IsFailure)
        {
            return new AddressOutcome(draft.Address.Value, KindOf(created.Failure), Reason: created.Failure);
        }

        var failure = token.Failure ?? await mailer.SendFirstAsync(created.Value, maker, letter, token.Value);
        return new AddressOutcome(
            draft.Address.Value,
            failure is null ? AddressOutcomeKind.Sent : AddressOutcomeKind.MailNotSent,
            created.Value.Id,
            failure,
            created.Value.ExpiresAt);
    }

    /// <summary>Makes an invitation again that was revoked: with its inviter, roles and end, and without a mail.</summary>
    public Task<Result<OrganizationInvitation>> RestoreAsync(OrganizationInvitation revoked, Person actor) => CreateAsync(
        new NewInvitation(revoked.OrganizationId, revoked.Invitee, revoked.InviterId ?? actor.Id, [.. revoked.OrganizationRoles.Select(role => role.Id)], revoked.ExpiresAt),
        revoked,
        AuditActions.RestoreInvitation);

    // Without what the inviter wrote the mail waits: sending it again is a click.
    private async Task<Result<string>> PrepareAsync(OrganizationInvitation made, InvitationMaker maker, Letter letter)
    {
        var kept = await letters.SaveAsync(made, letter);
        return kept.IsFailure ? kept.Failure : await mailer.CreateTokenAsync(made, maker);
    }

    // What comes of it is written down together with what goes on from there: one wait for the disk.
    private async Task<Result<OrganizationInvitation>> CreateAsync(NewInvitation draft, OrganizationInvitation? renews, string action, Func<OrganizationInvitation, Task>? prepare = null)
    {
        var begun = await audit.BeginAsync(InvitationActs.Making(action, draft, await template.NameAsync(draft.OrganizationRoleIds), renews));
        if (begun.IsFailure)
        {
            return begun.Failure;
        }

        await using var entry = begun.Value;
        var created = await invitations.CreateAsync(draft).ToResultAsync(Explain);
        if (created.IsFailure)
        {
            await entry.CompleteAsync(created.Failure);
            return created;
        }

        entry.TargetId = created.Value.Id.Value;
        await Task.WhenAll(entry.CompleteAsync(null), prepare?.Invoke(created.Value) ?? Task.CompletedTask);
        return created;
    }

    private static Failure? Explain(string code) => code switch
    {
        "entity.unique_integrity_violation" => new Refused(RefusalReasons.AlreadyInvited),
        "request.invalid_input" => new Refused(RefusalReasons.AlreadyMember),
        "guard.invalid_input" => new Invalid("addresses", "format"),
        "entity.relation_foreign_key_not_found" => new Refused(RefusalReasons.ChangedMeanwhile),
        _ => null,
    };

    private static AddressOutcomeKind KindOf(Failure failure) => failure switch
    {
        Refused { Reason: RefusalReasons.AlreadyInvited } => AddressOutcomeKind.AlreadyInvited,
        Refused { Reason: RefusalReasons.AlreadyMember } => AddressOutcomeKind.AlreadyMember,
        Invalid => AddressOutcomeKind.Invalid,
        Unavailable => AddressOutcomeKind.Unavailable,
        LimitReached => AddressOutcomeKind.RateLimited,
        _ => AddressOutcomeKind.Refused,
    };
}
