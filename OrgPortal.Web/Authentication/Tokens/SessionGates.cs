namespace OrgPortal.Web.Authentication.Tokens;

/// <summary>Lets one refresh at a time through for each session, and forgets sessions that nobody waits for.</summary>
internal sealed class SessionGates
{
    private readonly Dictionary<string, Gate> _gates = new(StringComparer.Ordinal);

    /// <summary>How many sessions have somebody inside or waiting.</summary>
    public int Count
    {
        get
        {
            lock (_gates)
            {
                return _gates.Count;
            }
        }
    }

    /// <summary>Waits for the session's turn; disposing of the answer lets the next one in.</summary>
    public async Task<IDisposable> EnterAsync(string session)
    {
        Gate gate;
        lock (_gates)
        {
            gate = _gates.TryGetValue(session, out var known) ? known : _gates[session] = new Gate(this, session);
            gate.Users++;
        }

        await gate.Turn.WaitAsync();
        return gate;
    }

    private sealed class Gate(SessionGates owner, string session) : IDisposable
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Users { get; set; }

        public void Dispose()
        {
            lock (owner._gates)
            {
                if (--Users == 0)
                {
                    owner._gates.Remove(session);
                }
            }

            Turn.Release();
        }
    }
}
