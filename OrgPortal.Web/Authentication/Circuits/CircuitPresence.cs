using System.Collections.Immutable;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Circuits;

/// <summary>One circuit: whose it is, and which organizations its page shows. While a request is rendered there is none, and nothing is noted.</summary>
internal sealed class CircuitPresence(OpenCircuits circuits) : IDisposable
{
    private ImmutableList<Entry> _entries = [];
    private UserId? _person;
    private volatile bool _isConnected = true;

    /// <summary>Whether the person has too many pages open for this one to be used.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Whether a browser is connected. A page that lost its connection may come back for a few minutes.</summary>
    public bool IsConnected
    {
        get => _isConnected;
        set => _isConnected = value;
    }

    /// <summary>The organizations that are shown.</summary>
    public IEnumerable<OrganizationId> Organizations => _entries.Select(entry => entry.Organization);

    /// <summary>Begins: the circuit has opened for this person.</summary>
    public void Open(UserId person)
    {
        _person = person;
        IsRefused = !circuits.Add(person, this);
    }

    /// <summary>Notes that an organization is shown, until disposed of.</summary>
    /// <param name="organization">Which.</param>
    /// <param name="isShown">Asked, on any thread, whether the page shows what these rights allow.</param>
    /// <param name="changed">Called, on any thread, when what the person may do there may have changed, or may not be known for certain.</param>
    /// <typeparam name="TRights">How whoever decides on rights tells of them.</typeparam>
    public IDisposable Enter<TRights>(OrganizationId organization, Func<TRights, bool> isShown, Action changed)
    {
        var entry = new Entry<TRights>(this, organization, isShown, changed);
        ImmutableInterlocked.Update(ref _entries, entries => entries.Add(entry));
        return entry;
    }

    /// <summary>Lets the page look again.</summary>
    public void Tell() => _entries.ForEach(entry => entry.Tell());

    /// <summary>Lets the page look again where it shows other rights than these: an answer may have been lost on the way to it.</summary>
    public void TellUnlessShown<TRights>(OrganizationId organization, TRights rights) =>
        _entries.OfType<Entry<TRights>>().Where(entry => entry.Organization == organization && !entry.Shows(rights)).ToList().ForEach(entry => entry.Tell());

    /// <summary>Ends: the circuit has closed.</summary>
    public void Dispose()
    {
        if (_person is { } person)
        {
            circuits.Remove(person, this);
        }
    }

    private class Entry(CircuitPresence owner, OrganizationId organization, Action changed) : IDisposable
    {
        private readonly SubscriberCulture _culture = new();

        public OrganizationId Organization => organization;

        public void Tell() => _culture.Run(changed);

        public void Dispose() => ImmutableInterlocked.Update(ref owner._entries, entries => entries.Remove(this));
    }

    private sealed class Entry<TRights>(CircuitPresence owner, OrganizationId organization, Func<TRights, bool> isShown, Action changed) : Entry(owner, organization, changed)
    {
        public bool Shows(TRights rights) => isShown(rights);
    }
}
