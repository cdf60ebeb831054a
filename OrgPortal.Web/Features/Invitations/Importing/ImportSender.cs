using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>Sends one row of an import, and finds out what became of rows whose outcome nobody wrote down.</summary>
internal sealed class ImportSender(
    InvitationAccess access,
    InvitationWriter writer,
    InvitationUpkeep upkeep,
    InvitationTokens tokens,
    InvitationMailer mailer,
    InvitationLetters letters,
    IOrganizationInvitationsClient invitations)
{
    /// <summary>Logto asks for fewer calls: nothing was done, and later it will be.</summary>
    public const string LogtoLimit = "logto_rate_limit";

    // The clocks of the portal and of Logto need not agree to the second.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Sends it.</summary>
    public async Task<AddressOutcome> SendAsync(InvitationImport import, InvitationImportRow row, Person actor)
    {
        if (!EmailAddress.TryParse(row.Address, out var address))
        {
            return new AddressOutcome(row.Address, AddressOutcomeKind.Invalid, Reason: new Invalid("addresses", "format"));
        }

        return row.Act switch
        {
            ImportWords.Resend => await ResendAsync(import, row, actor),
            ImportWords.Renew => await RenewAsync(import, row, actor, address),
            _ => await writer.WriteAsync(new InvitationDraft(OrganizationOf(import), address, RolesOf(row), actor, row.ExpiresInDays, Letter: LetterOf(row))) is var outcome && row.Target is not null
                ? await LeadOnAsync(row, outcome)
                : outcome,
        };
    }

    /// <summary>
    /// All invitations of the organization are read once, and each row's is looked for among those that whoever asked for the import has made since it
    /// began. A row without one has done nothing yet.
    /// </summary>
    /// <returns>For each row what became of it, or nothing when it is to be sent; ends with the first one that Logto does not answer.</returns>
    public async Task<Result<IReadOnlyList<(InvitationImportRow Row, AddressOutcome? Outcome)>>> FindOutAsync(InvitationImport import, IReadOnlyList<InvitationImportRow> rows, Person actor)
    {
        var listed = await invitations.ListByOrganizationAsync(OrganizationOf(import), CancellationToken.None).ToResultAsync();
        if (listed.IsFailure)
        {
            return listed.Failure;
        }

        var since = import.StartedAt - ClockSkew;
        var made = listed.Value
            .Where(invitation => invitation.CreatedAt >= since && invitation.InviterId == actor.Id)
            .ToLookup(invitation => invitation.Invitee.ToLowerInvariant());
        var byId = listed.Value.ToDictionary(invitation => invitation.Id.Value);
        var found = new List<(InvitationImportRow, AddressOutcome?)>();
        foreach (var row in rows)
        {
            var invitation = row.Act == ImportWords.Resend
                ? byId.GetValueOrDefault(row.Target ?? string.Empty)
                : made[row.Address].OrderByDescending(one => one.CreatedAt).FirstOrDefault();
            var outcome = invitation is null ? null : await FindOutAsync(import, row, invitation, actor);
            found.Add((row, outcome));
            if (outcome is { CanTryAgain: true })
            {
                break;
            }
        }

        return Result.Of<IReadOnlyList<(InvitationImportRow Row, AddressOutcome? Outcome)>>(found);
    }

    private async Task<AddressOutcome?> FindOutAsync(InvitationImport import, InvitationImportRow row, OrganizationInvitation invitation, Person actor)
    {
        if (invitation.Status != InvitationStatuses.Pending)
        {
            // Accepted, declined or taken back meanwhile: it did arrive.
            return row.Act == ImportWords.Resend ? null : new AddressOutcome(row.Address, AddressOutcomeKind.Sent, invitation.Id);
        }

        var links = await tokens.ListAsync([invitation.Id]);
        if (links.IsFailure)
        {
            return new AddressOutcome(row.Address, AddressOutcomeKind.Unavailable, invitation.Id, links.Failure);
        }

        var mailed = links.Value[invitation.Id.Value].Any(link => link.CreatedAt >= import.StartedAt && link.CreatedById == actor.Id.Value && link.IsMailed && link.EndedBecause != InvitationEnds.NotSent);
        if (row.Act == ImportWords.Resend && !mailed)
        {
            return null;
        }

        // A link is made just before its mail. Whether that went out then nobody can say, and a second one is the administrator's to decide about.
        var failure = mailed ? new Unavailable() : await MailAsync(row, invitation, actor);
        var outcome = new AddressOutcome(row.Address, KindOf(failure), invitation.Id, failure);
        return row.Act == ImportWords.Resend ? outcome : await LeadOnAsync(row, outcome);
    }

    private async Task<Failure?> MailAsync(InvitationImportRow row, OrganizationInvitation invitation, Person actor)
    {
        var letter = await letters.FindAsync(invitation.Id);
        if (letter is { IsFailure: false, Value.IsEmpty: true } && !LetterOf(row).IsEmpty)
        {
            // The process died before it was kept.
            await letters.SaveAsync(invitation, LetterOf(row));
        }

        return letter.Failure ?? await mailer.SendAsync(invitation, InvitationMaker.Of(actor));
    }

    private async Task<AddressOutcome> ResendAsync(InvitationImport import, InvitationImportRow row, Person actor)
    {
        var open = await FindTargetAsync(import, row, InvitationStatuses.Pending);
        if (open.IsFailure)
        {
            return Refused(row, open.Failure);
        }

        var failure = await upkeep.ResendCountedAsync(actor, open.Value);
        return new AddressOutcome(row.Address, KindOf(failure), open.Value.Id, failure);
    }

    private async Task<AddressOutcome> RenewAsync(InvitationImport import, InvitationImportRow row, Person actor, EmailAddress address)
    {
        var expired = await FindTargetAsync(import, row, InvitationStatuses.Expired);
        return expired.IsFailure ? Refused(row, expired.Failure) : await upkeep.RenewCountedAsync(actor, expired.Value, address);
    }

    private Task<Result<OrganizationInvitation>> FindTargetAsync(InvitationImport import, InvitationImportRow row, string status) =>
        access.FindAsync(OrganizationOf(import), InvitationId.TryParse(row.Target, null, out var id) ? id : default, status);

    // Inviting the address anew renews it: the old links lead on.
    private async Task<AddressOutcome> LeadOnAsync(InvitationImportRow row, AddressOutcome outcome)
    {
        if (outcome is { Kind: AddressOutcomeKind.Sent or AddressOutcomeKind.MailNotSent, Invitation: { } made } && InvitationId.TryParse(row.Target, null, out var old))
        {
            var expired = await invitations.GetAsync(old).ToResultAsync();
            if (!expired.IsFailure && EmailAddress.AreSame(expired.Value.Invitee, row.Address))
            {
                await tokens.EndAllAsync(expired.Value, InvitationEnds.Renewed, made);
            }
        }

        return outcome;
    }

    private static AddressOutcomeKind KindOf(Failure? mail) => mail switch
    {
        null => AddressOutcomeKind.Sent,
        LimitReached { LimitCode: LogtoLimit } => AddressOutcomeKind.RateLimited,
        _ => AddressOutcomeKind.MailNotSent,
    };

    private static AddressOutcome Refused(InvitationImportRow row, Failure failure) => new(row.Address, failure switch
    {
        LimitReached => AddressOutcomeKind.RateLimited,
        Unavailable => AddressOutcomeKind.Unavailable,
        _ => AddressOutcomeKind.Refused,
    }, Reason: failure);

    private static Letter LetterOf(InvitationImportRow row) => new(row.Language, row.Note);

    internal static OrganizationId OrganizationOf(InvitationImport import) => OrganizationId.Parse(import.OrganizationId, null);

    internal static IReadOnlyList<OrganizationRoleId> RolesOf(InvitationImportRow row) =>
        [.. row.Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => OrganizationRoleId.Parse(id, null))];
}
