namespace OrgPortal.LogtoEmulator.Control;

/// <summary>The faults that are switched on. The first that fits a call is used; each is used as often as it says.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<FaultState> _faults = [];
    private int _lastId;

    /// <summary>Switches a fault on; returns its number.</summary>
    public int Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_gate)
        {
            _faults.Add(new FaultState(++_lastId, fault, fault.Times));
            return _lastId;
        }
    }

    /// <summary>Switches a fault on that is written in the notation of <see cref="FaultNotation"/>.</summary>
    public int Add(string notation) => Add(FaultNotation.Parse(notation));

    /// <summary>The faults that still wait for calls, in the order they were added.</summary>
    public IReadOnlyList<FaultState> List()
    {
        lock (_gate)
        {
            return [.. _faults];
        }
    }

    /// <summary>Switches one fault off; false if it is not on.</summary>
    public bool Remove(int id)
    {
        lock (_gate)
        {
            return _faults.RemoveAll(fault => fault.Id == id) > 0;
        }
    }

    /// <summary>Switches every fault off.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
        }
    }

    /// <summary>The fault for a call, used up by one; null if there is none.</summary>
    internal Fault? Take(string method, PathString path)
    {
        lock (_gate)
        {
            var index = _faults.FindIndex(state => Fits(state.Fault, method, path));
            if (index < 0)
            {
                return null;
            }

            var taken = _faults[index];
            if (taken.Remaining > 1)
            {
                _faults[index] = taken with { Remaining = taken.Remaining - 1 };
            }
            else
            {
                _faults.RemoveAt(index);
            }

            return taken.Fault;
        }
    }

    private static bool Fits(Fault fault, string method, PathString path) =>
        (fault.Method == "*" || fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase)) && RouteText.Fits(fault.Route, path);
}
