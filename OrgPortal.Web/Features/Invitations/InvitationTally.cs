using System.Collections.Concurrent;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Invitations;

/// <summary>
/// How many invitations an organization has open, as the last reading of all of them told. Logto counts nothing by itself and gives out all of them or none, so
/// a number on a tab is worth that reading only where there are few.
/// </summary>
internal sealed class InvitationTally(RecentChanges changes)
{
    /// <summary>Where there are more than this, nobody reads all of them for a number alone.</summary>
    public const int FewEnough = 500;

    private const int MostOrganizations = 10_000;

    private readonly ConcurrentDictionary<OrganizationId, Reading> _readings = new();

    /// <summary>What a reading of all invitations told.</summary>
    /// <param name="organization">Whose.</param>
    /// <param name="open">How many are open.</param>
    /// <param name="total">How many there are in all.</param>
    /// <param name="beganAt">When the reading began: what changed since, it may have missed.</param>
    public void Remember(OrganizationId organization, int open, int total, DateTimeOffset beganAt)
    {
        if (_readings.Count >= MostOrganizations)
        {
            _readings.Clear();
        }

        _readings[organization] = new Reading(open, total, beganAt);
    }

    /// <summary>The count, if it still holds; <see langword="null"/> when it is to be read.</summary>
    public int? OpenOf(OrganizationId organization) =>
        _readings.TryGetValue(organization, out var reading) && !changes.HappenedSince(organization, reading.BeganAt) ? reading.Open : null;

    /// <summary>Whether it is known that reading all of them is too much for a number alone.</summary>
    public bool IsTooMany(OrganizationId organization) => _readings.TryGetValue(organization, out var reading) && reading.Total > FewEnough;

    private sealed record Reading(int Open, int Total, DateTimeOffset BeganAt);
}
