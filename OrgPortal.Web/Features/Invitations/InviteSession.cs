using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>
/// One round of inviting for a form: what is entered, what became of each address, and trying again. What was not sent stays entered.
/// </summary>
public sealed class InviteSession(IInvitationService invitations, OrganizationId organization)
{
    /// <summary>What is entered.</summary>
    public InviteEntry Entry { get; set; } = InviteEntry.Empty;

    /// <summary>What became of the addresses, in the order sent; <see langword="null"/> before anything was sent.</summary>
    public IReadOnlyList<AddressOutcome>? Outcomes { get; private set; }

    /// <summary>Why nothing was sent at all.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>How many were invited and mailed.</summary>
    public int SentCount => Outcomes?.Count(outcome => outcome.Kind == AddressOutcomeKind.Sent) ?? 0;

    /// <summary>Those that failed for a reason that may pass.</summary>
    public IReadOnlyList<AddressOutcome> Repeatable => [.. (Outcomes ?? []).Where(outcome => outcome.CanTryAgain || outcome.Kind == AddressOutcomeKind.MailNotSent)];

    /// <summary>How many addresses have had their turn; <see langword="null"/> while nothing is under way.</summary>
    public int? Tried { get; private set; }

    /// <summary>Sends to these addresses, so many at a time as one call takes; the others of <see cref="Entry"/> stay where they are.</summary>
    /// <param name="addresses">Any number.</param>
    /// <param name="onProgress">Called whenever <see cref="Tried"/> has grown, and more are to come.</param>
    /// <remarks>A failure of the whole ends it. What was sent until then has its outcome, and the rest stays entered.</remarks>
    public async Task SendAsync(IReadOnlyList<string> addresses, Action? onProgress = null)
    {
        (Failure, Tried) = (null, 0);
        List<AddressOutcome> outcomes = [];
        foreach (var some in addresses.Chunk(SendInvitationsForm.MaxAddresses))
        {
            var sent = await invitations.SendAsync(organization, FormFor(some));
            Failure = sent.Failure;
            if (sent.IsFailure)
            {
                break;
            }

            outcomes.AddRange(sent.Value);
            Tried += some.Length;
            if (Tried < addresses.Count)
            {
                onProgress?.Invoke();
            }
        }

        Tried = null;
        if (outcomes.Count > 0)
        {
            Outcomes = outcomes;
            Settle();
        }
    }

    /// <summary>Sends again what was not sent; mails again what was not mailed, or is invited already.</summary>
    public async Task TryAgainAsync(IReadOnlyList<AddressOutcome> which)
    {
        foreach (var addresses in which.Where(outcome => outcome.CanTryAgain).Select(outcome => outcome.Address).Chunk(SendInvitationsForm.MaxAddresses))
        {
            var sent = await invitations.SendAsync(organization, FormFor(addresses));
            foreach (var address in addresses)
            {
                Replace(address, old => sent.IsFailure ? old with { Reason = sent.Failure } : sent.Value.FirstOrDefault(now => now.Address == address) ?? old);
            }
        }

        foreach (var outcome in which.Where(outcome => !outcome.CanTryAgain && outcome.Invitation is not null))
        {
            var resent = await invitations.ResendAsync(organization, outcome.Invitation!.Value);
            Replace(outcome.Address, old => resent.IsFailure ? old with { Reason = resent.Failure } : old with { Kind = AddressOutcomeKind.Sent, Reason = null });
        }

        Settle();
    }

    /// <summary>Leaves the outcomes behind: back to what is entered.</summary>
    public void Resume() => Outcomes = null;

    private SendInvitationsForm FormFor(IReadOnlyList<string> addresses) =>
        new(addresses, Entry.Roles, Entry.ExpiresInDays, Entry.Letter);

    private void Replace(string address, Func<AddressOutcome, AddressOutcome> change) =>
        Outcomes = [.. Outcomes!.Select(outcome => outcome.Address == address ? change(outcome) : outcome)];

    private void Settle()
    {
        var settled = Outcomes!
            .Where(outcome => outcome.Kind is AddressOutcomeKind.Sent or AddressOutcomeKind.MailNotSent or AddressOutcomeKind.AlreadyMember or AddressOutcomeKind.AlreadyInvited)
            .Select(outcome => outcome.Address)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Entry = Entry with { Addresses = [.. Entry.Addresses.Where(address => !settled.Contains(address.Trim()))] };
    }
}
