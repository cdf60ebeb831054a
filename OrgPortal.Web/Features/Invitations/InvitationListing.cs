using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Models;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>Cuts one page out of an organization's invitations. Logto neither filters nor pages them; nothing but the page leaves here.</summary>
internal sealed class InvitationListing(InvitationReader reader, InvitationTokens tokens, InvitationLetters letters, InviterNames names, InvitationTally tally, TimeProvider time)
{
    public async Task<Result<InvitationList>> ReadAsync(OrganizationId organization, InvitationQuery query, CancellationToken cancellationToken)
    {
        var all = await ReadAllAsync(organization, cancellationToken);
        if (all.IsFailure)
        {
            return all.Failure;
        }

        var declined = await tokens.ListDeclinedAsync(organization, cancellationToken);
        if (declined.IsFailure)
        {
            return declined.Failure;
        }

        var matching = all.Value.Where(invitation => IsMatch(invitation, query, declined.Value)).ToList();
        var request = Clamp(query, matching.Count);
        var shown = NewestFirst(matching).Skip((request.Number - 1) * request.Size).Take(request.Size).ToList();
        var rows = await DescribeAsync(shown, declined.Value, cancellationToken);
        return rows.IsFailure
            ? rows.Failure
            : new InvitationList(new Page<InvitationRow>(rows.Value, request, matching.Count), Count(all.Value, declined.Value));
    }

    public async Task<Result<int?>> CountOpenAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        if (tally.OpenOf(organization) is { } known)
        {
            return known;
        }

        if (tally.IsTooMany(organization))
        {
            return default(int?);
        }

        var all = await ReadAllAsync(organization, cancellationToken);
        return all.IsFailure ? all.Failure : CountOpen(all.Value);
    }

    public async Task<Result<int>> CountOpenByAsync(OrganizationId organization, UserId inviter, CancellationToken cancellationToken)
    {
        var all = await ReadAllAsync(organization, cancellationToken);
        return all.IsFailure ? all.Failure : all.Value.Count(invitation => invitation.InviterId == inviter && invitation.Status == InvitationStatuses.Pending);
    }

    private async Task<Result<IReadOnlyList<OrganizationInvitation>>> ReadAllAsync(OrganizationId organization, CancellationToken cancellationToken)
    {
        var beganAt = time.GetUtcNow();
        var all = await reader.ReadAsync(organization, cancellationToken);
        if (!all.IsFailure)
        {
            tally.Remember(organization, CountOpen(all.Value), all.Value.Count, beganAt);
        }

        return all;
    }

    private static int CountOpen(IReadOnlyList<OrganizationInvitation> all) => all.Count(invitation => invitation.Status == InvitationStatuses.Pending);

    private static PageRequest Clamp(InvitationQuery query, int total)
    {
        var size = Math.Clamp(query.PageSize, 1, PageRequest.MaxSize);
        return new PageRequest(Math.Clamp(query.Page, 1, Math.Max(1, (total + size - 1) / size)), size);
    }

    // As a rule they come so.
    private static IEnumerable<OrganizationInvitation> NewestFirst(List<OrganizationInvitation> invitations)
    {
        for (var i = 1; i < invitations.Count; i++)
        {
            if (invitations[i].CreatedAt > invitations[i - 1].CreatedAt)
            {
                return invitations.OrderByDescending(invitation => invitation.CreatedAt);
            }
        }

        return invitations;
    }

    private static bool IsMatch(OrganizationInvitation invitation, InvitationQuery query, IReadOnlyDictionary<string, string?> declined) =>
        (query.State is not { } state || StateOf(invitation, declined) == state)
        && (query.Inviter is not { } inviter || invitation.InviterId == inviter)
        && (string.IsNullOrWhiteSpace(query.Search) || invitation.Invitee.Contains(query.Search.Trim(), StringComparison.OrdinalIgnoreCase));

    private static InvitationState StateOf(OrganizationInvitation invitation, IReadOnlyDictionary<string, string?> declined) => invitation.Status switch
    {
        InvitationStatuses.Pending => InvitationState.Pending,
        InvitationStatuses.Expired => InvitationState.Expired,
        InvitationStatuses.Accepted => InvitationState.Accepted,
        _ => declined.ContainsKey(invitation.Id.Value) ? InvitationState.Declined : InvitationState.Revoked,
    };

    private static InvitationCounts Count(IReadOnlyList<OrganizationInvitation> all, IReadOnlyDictionary<string, string?> declined)
    {
        Span<int> byState = stackalloc int[Enum.GetValues<InvitationState>().Length];
        foreach (var invitation in all)
        {
            byState[(int)StateOf(invitation, declined)]++;
        }

        return new InvitationCounts(
            byState[(int)InvitationState.Pending],
            byState[(int)InvitationState.Expired],
            byState[(int)InvitationState.Accepted],
            byState[(int)InvitationState.Revoked],
            byState[(int)InvitationState.Declined]);
    }

    private async Task<Result<IReadOnlyList<InvitationRow>>> DescribeAsync(List<OrganizationInvitation> shown, IReadOnlyDictionary<string, string?> declined, CancellationToken cancellationToken)
    {
        var links = await tokens.ListAsync(shown.ConvertAll(invitation => invitation.Id), cancellationToken);
        if (links.IsFailure)
        {
            return links.Failure;
        }

        var written = await letters.ListAsync(shown.ConvertAll(invitation => invitation.Id), cancellationToken);
        if (written.IsFailure)
        {
            return written.Failure;
        }

        var inviters = await names.FindAsync(shown, links.Value, cancellationToken);
        return Result.Of<IReadOnlyList<InvitationRow>>(shown.ConvertAll(invitation => Row(
            invitation,
            StateOf(invitation, declined),
            links.Value[invitation.Id.Value],
            written.Value.GetValueOrDefault(invitation.Id.Value),
            invitation.InviterId is { } inviter ? inviters.GetValueOrDefault(inviter) : null) with
        {
            DeclineNote = declined.GetValueOrDefault(invitation.Id.Value),
            AskedAt = invitation.Status is InvitationStatuses.Pending or InvitationStatuses.Accepted ? null : links.Value[invitation.Id.Value].Max(link => link.AskedAt),
        }));
    }

    private static InvitationRow Row(OrganizationInvitation invitation, InvitationState state, IEnumerable<InvitationToken> links, InvitationLetter? letter, string? inviterName) => new(
        invitation.Id,
        invitation.Invitee,
        state,
        // Without any link it was made past the portal, which then knows nothing about its mail.
        state != InvitationState.Pending || !links.Any() || links.Any(link => link.EndedAt is null),
        state == InvitationState.Pending ? letter?.FailedBecause : null,
        invitation.OrganizationRoles,
        invitation.InviterId,
        inviterName,
        invitation.AcceptedUserId,
        invitation.CreatedAt,
        invitation.UpdatedAt,
        invitation.ExpiresAt);
}
