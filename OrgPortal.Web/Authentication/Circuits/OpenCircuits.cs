using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Circuits;

/// <summary>Who has pages open on this node: person by person, whatever the number of pages.</summary>
internal sealed class OpenCircuits(IOptions<CircuitLimitOptions> options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<UserId, List<CircuitPresence>> _circuits = [];

    /// <summary>Everybody with open pages.</summary>
    public IReadOnlyList<PresentPerson> People
    {
        get
        {
            lock (_gate)
            {
                return [.. _circuits.Select(person => new PresentPerson(person.Key, person.Value.SelectMany(circuit => circuit.Organizations).ToHashSet()))];
            }
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
        CircuitPresence[] told;
        lock (_gate)
        {
            told = _circuits.TryGetValue(person, out var circuits) ? [.. circuits] : [];
        }

        foreach (var circuit in told)
        {
            circuit.Tell();
        }
    }
}
