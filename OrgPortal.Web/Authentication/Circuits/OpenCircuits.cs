using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Circuits;

/// <summary>
/// Who has pages open on this node: person by person, whatever the number of pages. Also who was given pages lately and opened no circuit with
/// them: a browser without scripts, or a program that holds the cookie, reads as much.
/// </summary>
internal sealed class OpenCircuits(IOptions<CircuitLimitOptions> options, TimeProvider time)
{
    /// <summary>A page that was given out opens its circuit within this time; whoever has none after it is a visitor.</summary>
    public static readonly TimeSpan VisitorAfter = TimeSpan.FromSeconds(10);

    /// <summary>How long after the last request a visitor is present: long enough to be asked about once.</summary>
    public static readonly TimeSpan VisitorFor = TimeSpan.FromSeconds(40);

    private readonly Lock _gate = new();
    private readonly Dictionary<UserId, List<CircuitPresence>> _circuits = [];
    private readonly Dictionary<UserId, (DateTimeOffset First, DateTimeOffset Last)> _visits = [];

    /// <summary>Everybody with open pages, and visitors.</summary>
    public IReadOnlyList<PresentPerson> People
    {
        get
        {
            lock (_gate)
            {
                return
                [
                    .. _circuits.Select(person => new PresentPerson(person.Key, person.Value.SelectMany(circuit => circuit.Organizations).ToHashSet())),
                    .. Visitors().Where(person => !_circuits.ContainsKey(person)).Select(person => new PresentPerson(person, new HashSet<OrganizationId>())),
                ];
            }
        }
    }

    /// <summary>Notes a request of somebody who is signed in.</summary>
    public void Visit(UserId person)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _visits[person] = _visits.TryGetValue(person, out var visit) && now - visit.Last < VisitorFor ? visit with { Last = now } : (now, now);
        }
    }

    /// <summary>Counts a circuit that has opened.</summary>
    /// <returns>Whether the person may have one more. One that may not be used counts for nothing afterwards.</returns>
    public bool Add(UserId person, CircuitPresence circuit)
    {
        lock (_gate)
        {
            if (!_circuits.TryGetValue(person, out var circuits))
            {
                _circuits[person] = circuits = [];
            }

            if (circuits.Count(other => other.IsConnected) >= options.Value.PerPerson)
            {
                return false;
            }

            circuits.Add(circuit);
            return true;
        }
    }

    /// <summary>Forgets a circuit that has closed.</summary>
    public void Remove(UserId person, CircuitPresence circuit)
    {
        lock (_gate)
        {
            if (_circuits.TryGetValue(person, out var circuits) && circuits.Remove(circuit) && circuits.Count == 0)
            {
                _circuits.Remove(person);
            }
        }
    }

    /// <summary>Lets every open page of the person look again at what the person may do. Others' pages are left alone.</summary>
    public void Tell(UserId person)
    {
        foreach (var circuit in Of(person))
        {
            circuit.Tell();
        }
    }

    /// <summary>Lets open pages of the person look again that show other rights in the organization than these.</summary>
    public void TellUnlessShown<TRights>(UserId person, OrganizationId organization, TRights rights)
    {
        foreach (var circuit in Of(person))
        {
            circuit.TellUnlessShown(organization, rights);
        }
    }

    private CircuitPresence[] Of(UserId person)
    {
        lock (_gate)
        {
            return _circuits.TryGetValue(person, out var circuits) ? [.. circuits] : [];
        }
    }

    // Called with the gate held.
    private List<UserId> Visitors()
    {
        var now = time.GetUtcNow();
        foreach (var (gone, _) in _visits.Where(visit => now - visit.Value.Last >= VisitorFor))
        {
            _visits.Remove(gone);
        }

        return [.. _visits.Where(visit => now - visit.Value.First >= VisitorAfter).Select(visit => visit.Key)];
    }
}
