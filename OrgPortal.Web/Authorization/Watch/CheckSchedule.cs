using OrgPortal.Web.Authentication.Circuits;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authorization.Watch;

/// <summary>
/// Whose turn it is: everybody once in <see cref="Period"/>, spread evenly, whoever waited longest first, and never more calls than the
/// budget has. When the budget is too small, everybody waits longer. Not for several threads at once.
/// </summary>
internal sealed class CheckSchedule(int callsPerMinute, TimeProvider time)
{
    /// <summary>How long after the last question the next one comes. Leaves room, within half a minute, for a slow answer and the page's own reading.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(20);

    /// <summary>After this time somebody should have been asked about, and was not.</summary>
    public static readonly TimeSpan Promise = TimeSpan.FromSeconds(30);

    // What was not used is kept for this long and no longer, so that a quiet minute is not followed by a burst.
    private static readonly TimeSpan Carried = TimeSpan.FromSeconds(2);

    private readonly Dictionary<UserId, DateTimeOffset> _askedAt = [];
    private readonly double _callsPerSecond = callsPerMinute / 60.0;
    private DateTimeOffset _countedAt = time.GetUtcNow();
    private double _allowance;

    /// <summary>How long ago the person was asked about who has waited longest.</summary>
    public TimeSpan Oldest { get; private set; }

    /// <summary>Those to ask about now.</summary>
    /// <param name="present">Everybody with open pages.</param>
    public IReadOnlyList<PresentPerson> Take(IReadOnlyList<PresentPerson> present)
    {
        var now = time.GetUtcNow();
        Follow(present, now);
        _allowance = Math.Min(_allowance + ((now - _countedAt).TotalSeconds * _callsPerSecond), Math.Max(CostOfMost, Carried.TotalSeconds * _callsPerSecond));
        _countedAt = now;

        var taken = new List<PresentPerson>();
        foreach (var person in present.Where(person => now - _askedAt[person.Id] >= Period).OrderBy(person => _askedAt[person.Id]))
        {
            if (_allowance < CostOf(person))
            {
                break;
            }

            _allowance -= CostOf(person);
            _askedAt[person.Id] = now;
            taken.Add(person);
        }

        Oldest = present.Count == 0 ? TimeSpan.Zero : now - present.Min(person => _askedAt[person.Id]);
        return taken;
    }

    /// <summary>Everybody is to be asked about as soon as the budget allows.</summary>
    public void Hurry()
    {
        foreach (var person in _askedAt.Keys.ToList())
        {
            _askedAt[person] -= Period;
        }
    }

    private const int CostOfMost = 2;

    // See AccessCheck: one organization tells of the person too.
    private static int CostOf(PresentPerson person) => person.Organizations.Count > 1 ? CostOfMost : 1;

    private void Follow(IReadOnlyList<PresentPerson> present, DateTimeOffset now)
    {
        var here = present.Select(person => person.Id).ToHashSet();
        foreach (var gone in _askedAt.Keys.Where(person => !here.Contains(person)).ToList())
        {
            _askedAt.Remove(gone);
        }

        // Whoever has just come was asked about by the page itself. Those who came together do not stay together.
        foreach (var person in here)
        {
            _askedAt.TryAdd(person, now - (Random.Shared.NextDouble() * Period));
        }
    }
}
