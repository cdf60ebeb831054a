using OrgPortal.Web.Authentication;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Invites several addresses, each with an outcome of its own.</summary>
internal sealed class InvitationBatch(
    InvitationReader reader,
    InvitationLimits limits,
    InvitationWriter writer,
    InvitationTokens tokens,
    IOrganizationEvents events)
{
    // Logto gains nothing from more connections at once.
    private const int AtOnce = 4;

    public async Task<Result<IReadOnlyList<AddressOutcome>>> SendAsync(OrganizationId organization, Person inviter, SendInvitationsForm form)
    {
        var existing = await reader.ReadAsync(organization);
        if (existing.IsFailure)
        {
            return existing.Failure;
        }

        var entries = Plan(form.Addresses, existing.Value);
        var wanted = entries.Where(entry => entry.Outcome is null).ToList();
        var allowance = await limits.ReserveAsync(organization, inviter.Id, wanted.Count);
        if (allowance.IsFailure)
        {
            return allowance.Failure;
        }

        foreach (var entry in wanted.Skip(allowance.Value.Granted))
        {
            entry.Outcome = new AddressOutcome(entry.Text, AddressOutcomeKind.RateLimited, Reason: allowance.Value.Limit);
        }

        var allowed = wanted.Take(allowance.Value.Granted).ToList();
        await WriteAsync(organization, inviter, form, allowed);
        await FinishAsync(organization, inviter, allowed);
        return entries.ConvertAll(entry => entry.Outcome!);
    }

    private static List<Entry> Plan(IReadOnlyList<string> texts, IReadOnlyList<OrganizationInvitation> existing)
    {
        var byAddress = existing
            .Where(invitation => invitation.Status is InvitationStatuses.Pending or InvitationStatuses.Expired)
            .OrderBy(invitation => invitation.Status == InvitationStatuses.Pending ? 0 : 1)
            .ThenByDescending(invitation => invitation.CreatedAt)
            .ToLookup(invitation => EmailAddress.TryParse(invitation.Invitee, out var address) ? address : default);
        return texts
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .Select(text => EmailAddress.TryParse(text, out var address) ? (Text: address.Value, Address: address) : (text.Trim(), default))
            .Distinct()
            .Select(pair => new Entry(pair.Text, pair.Address, byAddress[pair.Address].FirstOrDefault()))
            .ToList();
    }

    private async Task WriteAsync(OrganizationId organization, Person inviter, SendInvitationsForm form, List<Entry> entries)
    {
        using var gate = new SemaphoreSlim(AtOnce);
        await Task.WhenAll(entries.Select(async entry =>
        {
            await gate.WaitAsync();
            try
            {
                entry.Outcome = await writer.WriteAsync(new InvitationDraft(organization, entry.Address, form.Roles, inviter, form.ExpiresInDays, Letter: form.Letter));
            }
            finally
            {
                gate.Release();
            }
        }));
    }

    private async Task FinishAsync(OrganizationId organization, Person inviter, List<Entry> entries)
    {
        var made = entries.Where(entry => entry.Outcome is { Kind: AddressOutcomeKind.Sent or AddressOutcomeKind.MailNotSent, Invitation: not null }).ToList();
        await limits.ReleaseAsync(organization, inviter.Id, entries.Count - made.Count);
        foreach (var entry in made)
        {
            if (entry.Existing is { } expired)
            {
                // Inviting the address anew renews it: the old links lead on.
                await tokens.EndAllAsync(expired, InvitationEnds.Renewed, entry.Outcome!.Invitation);
            }
        }

        if (made.Count > 0)
        {
            events.Publish(new InvitationsChanged(organization));
        }
    }

    private sealed class Entry(string text, EmailAddress address, OrganizationInvitation? existing)
    {
        public string Text => text;

        public EmailAddress Address => address;

        /// <summary>An open or expired invitation for the address.</summary>
        public OrganizationInvitation? Existing => existing;

        public AddressOutcome? Outcome { get; set; } = (address == default, existing) switch
        {
            (true, _) => new AddressOutcome(text, AddressOutcomeKind.Invalid, Reason: new Invalid("addresses", "format")),
            (_, { Status: InvitationStatuses.Pending } open) => new AddressOutcome(text, AddressOutcomeKind.AlreadyInvited, open.Id, new Refused(RefusalReasons.AlreadyInvited), open.ExpiresAt),
            _ => null,
        };
    }
}
