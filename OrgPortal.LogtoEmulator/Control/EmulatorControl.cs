using System.Text.Json;
using OrgPortal.LogtoEmulator.OpenId;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Control;

/// <summary>Steers a running emulator: the same as <c>/emulator</c> over HTTP, for tests and hosts in the same process.</summary>
public sealed class EmulatorControl
{
    private readonly LogtoState _state;
    private readonly EmulatorSeed _seed;
    private readonly TokenStore _tokens;

    internal EmulatorControl(
        LogtoState state, EmulatorSeed seed, TokenStore tokens, EmulatorClock clock, FaultPlan faults, RequestJournal journal)
    {
        (_state, _seed, _tokens, Clock, Faults, Journal) = (state, seed, tokens, clock, faults, journal);
    }

    /// <summary>The time that the emulator goes by.</summary>
    public EmulatorClock Clock { get; }

    /// <summary>What goes wrong with the next calls.</summary>
    public FaultPlan Faults { get; }

    /// <summary>The requests that were answered.</summary>
    public RequestJournal Journal { get; }

    /// <summary>The messages that were sent, oldest first.</summary>
    public IReadOnlyList<MailMessage> Mailbox => _state.Read(tables => tables.Mailbox.Select(Message).ToArray());

    /// <summary>Whether the tenant has storage for uploads, until the next reset. A new one has none.</summary>
    public bool HasStorage
    {
        get => _state.Read(tables => tables.HasStorage);
        set => _state.Write(tables => tables.HasStorage = value);
    }

    /// <summary>Everything behind the Management API, for who needs more than this class offers.</summary>
    internal LogtoState State => _state;

    /// <summary>Forgets everything since the seed: state, sessions, tokens, faults, journal; the clock goes by the system again.</summary>
    public void Reset() => Plant(null);

    /// <summary>Forgets everything and plants another seed, which later resets come back to.</summary>
    /// <param name="json">A seed as in a seed file.</param>
    /// <exception cref="JsonException">The text is not a seed.</exception>
    /// <exception cref="InvalidDataException">The seed names something it does not have.</exception>
    public void Seed(string json) => Plant(SeedDocument.FromJson(json));

    /// <summary>The same with a file.</summary>
    public void SeedFromFile(string path) => Plant(SeedDocument.FromFile(path));

    /// <summary>Lets a portal at an address of its own sign people in with <see cref="EmulatorOptions.WebClientId"/>, until the next reset.</summary>
    public void AllowPortalAt(Uri publicUrl)
    {
        ArgumentNullException.ThrowIfNull(publicUrl);
        var root = publicUrl.AbsoluteUri.TrimEnd('/');
        _state.Write(tables =>
        {
            tables.AllowPortalAt(DefaultSeed.WebClientId, root);
            var web = tables.Applications.Find(DefaultSeed.WebClientId)!;
            tables.Applications.Put(web with
            {
                OidcClientMetadata = web.OidcClientMetadata with { BackchannelLogoutUri = root + "/backchannel-logout" },
            });
        });
    }

    /// <summary>The messages to one address, oldest first.</summary>
    public IReadOnlyList<MailMessage> MailTo(string address) =>
        [.. Mailbox.Where(message => message.To.Equals(address, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Empties the mailbox.</summary>
    public void ClearMailbox() => _state.Write(tables => tables.Mailbox.RemoveWhere(_ => true));

    private static MailMessage Message(MailboxMessage message) => new(
        message.Id,
        message.To,
        message.Type,
        message.Subject,
        message.Text,
        message.Html,
        message.Link,
        message.Payload.TryGetProperty("code", out var code) ? code.GetString() : null,
        DateTimeOffset.FromUnixTimeMilliseconds(message.SentAt));

    private void Plant(SeedDocument? other)
    {
        _seed.PlantAgain(_state, other);
        Clock.Reset();
        _tokens.Clear();
        Faults.Clear();
        Journal.Clear();
    }
}
