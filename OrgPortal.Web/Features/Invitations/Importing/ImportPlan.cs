using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Invitations.Importing;

/// <summary>Turns what was asked for into rows, and finds invitations that can be sent again.</summary>
internal sealed class ImportPlan(InvitationReader reader, InvitationTokens tokens)
{
    /// <summary>Whether a form can be used at all.</summary>
    public static Invalid? Refuse(StartImportForm form)
    {
        FieldFailure?[] failures =
        [
            form.FileName is null ? new FieldFailure("fileName", "required") : null,
            form.Entries.Count == 0 ? new FieldFailure("entries", "required") : null,
            form.Entries.Count > ImportFile.MostLines ? new FieldFailure("entries", "too_many") : null,
            form.Entries.Any(entry => !EmailAddress.TryParse(entry.Address, out _)) ? new FieldFailure("addresses", "format") : null,
            form.Entries.Any(entry => entry.Roles.Count == 0) ? new FieldFailure("roles", "required") : null,
            form.Entries.Any(entry => entry.ExpiresInDays is < 1 or > InvitationOptions.LongestExpiryInDays) ? new FieldFailure("expiresInDays", "out_of_range") : null,
            form.Entries.SelectMany(entry => (entry.Letter ?? Letter.None).Check()).FirstOrDefault(),
            form.Entries.DistinctBy(AddressOf).Count() < form.Entries.Count ? new FieldFailure("addresses", "duplicate") : null,
        ];
        return failures.OfType<FieldFailure>().ToList() is { Count: > 0 } found ? new Invalid(found) : null;
    }

    /// <summary>Rows for the entries of a file. What has an open invitation by now is known as that from the beginning.</summary>
    public async Task<Result<IReadOnlyList<InvitationImportRow>>> ForFileAsync(InvitationImport import, IReadOnlyList<ImportEntry> entries)
    {
        var existing = await reader.ReadAsync(ImportSender.OrganizationOf(import));
        if (existing.IsFailure)
        {
            return existing.Failure;
        }

        var newest = NewestByAddress(existing.Value);
        return Result.Of<IReadOnlyList<InvitationImportRow>>([.. entries.Select((entry, index) =>
        {
            var address = AddressOf(entry);
            var known = newest.GetValueOrDefault(address);
            var letter = (entry.Letter ?? Letter.None).Clean();
            var isOpen = known?.Status == InvitationStatuses.Pending;
            return new InvitationImportRow
            {
                ImportId = import.Id,
                Number = index + 1,
                Line = entry.Line,
                Address = address.Value,
                Roles = string.Join(' ', entry.Roles.Distinct()),
                ExpiresInDays = entry.ExpiresInDays,
                Language = letter.Language,
                Note = letter.Note,
                Act = ImportWords.Invite,
                Target = known?.Id.Value,
                State = isOpen ? ImportWords.AlreadyInvited : ImportWords.Pending,
                Reason = isOpen ? RefusalReasons.AlreadyInvited : null,
                InvitationId = isOpen ? known!.Id.Value : null,
            };
        })]);
    }

    /// <summary>Rows for invitations that are sent again.</summary>
    public static IReadOnlyList<InvitationImportRow> ForAgain(InvitationImport import, IReadOnlyList<OrganizationInvitation> invitations) =>
    [
        .. invitations.Select((invitation, index) => new InvitationImportRow
        {
            ImportId = import.Id,
            Number = index + 1,
            Line = index + 1,
            Address = invitation.Invitee.Trim().ToLowerInvariant(),
            Roles = string.Join(' ', invitation.OrganizationRoles.Select(role => role.Id)),
            Act = invitation.Status == InvitationStatuses.Expired ? ImportWords.Renew : ImportWords.Resend,
            Target = invitation.Id.Value,
            State = ImportWords.Pending,
        }),
    ];

    public async Task<Result<IReadOnlyList<AgainRow>>> ListAgainAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var found = await FindAgainAsync(organization, cancellationToken);
        return found.IsFailure
            ? found.Failure
            : Result.Of<IReadOnlyList<AgainRow>>([.. found.Value.Select(one => new AgainRow(one.Id, one.Invitee, [.. one.OrganizationRoles.Select(role => role.Name)], one.Status == InvitationStatuses.Expired))]);
    }

    /// <summary>Those of the invitations that can be sent again.</summary>
    public async Task<Result<IReadOnlyList<OrganizationInvitation>>> FindAgainAsync(OrganizationId organization, IReadOnlyList<InvitationId> invitations)
    {
        var found = await FindAgainAsync(organization, CancellationToken.None);
        if (found.IsFailure)
        {
            return found.Failure;
        }

        var wanted = invitations.ToHashSet();
        var chosen = found.Value.Where(one => wanted.Contains(one.Id)).ToList();
        return chosen.Count == 0 ? new Refused(RefusalReasons.InvitationEnded) : chosen;
    }

    private async Task<Result<IReadOnlyList<OrganizationInvitation>>> FindAgainAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var all = await reader.ReadAsync(organization, cancellationToken);
        if (all.IsFailure)
        {
            return all.Failure;
        }

        var newest = NewestByAddress(all.Value).Values.Where(one => one.OrganizationRoles.Count > 0).OrderByDescending(one => one.CreatedAt).ToList();
        var links = await tokens.ListAsync([.. newest.Where(one => one.Status == InvitationStatuses.Pending).Select(one => one.Id)], cancellationToken);
        return links.IsFailure
            ? links.Failure
            : Result.Of<IReadOnlyList<OrganizationInvitation>>([.. newest.Where(one => one.Status == InvitationStatuses.Expired || IsNotMailed(links.Value[one.Id.Value]))]);
    }

    private static EmailAddress AddressOf(ImportEntry entry) => EmailAddress.TryParse(entry.Address, out var address) ? address : default;

    // Without any link it was made past the portal, which then knows nothing about its mail.
    private static bool IsNotMailed(IEnumerable<InvitationToken> links) => links.Any() && links.All(link => link.EndedAt is not null);

    // An address that was accepted or has an open invitation needs no other one.
    private static Dictionary<EmailAddress, OrganizationInvitation> NewestByAddress(IReadOnlyList<OrganizationInvitation> all) => all
        .Where(one => one.Status is InvitationStatuses.Pending or InvitationStatuses.Expired or InvitationStatuses.Accepted)
        .GroupBy(one => EmailAddress.TryParse(one.Invitee, out var address) ? address : default)
        .Where(same => same.Key != default)
        .Select(same => (Address: same.Key, Newest: same.OrderBy(one => one.Status == InvitationStatuses.Pending ? 0 : 1).ThenByDescending(one => one.CreatedAt).First()))
        .Where(pair => pair.Newest.Status != InvitationStatuses.Accepted)
        .ToDictionary(pair => pair.Address, pair => pair.Newest);
}
