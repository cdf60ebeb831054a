using System.Security.Claims;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Authentication.Tokens;
using OrgPortal.Web.Events.Nodes;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Authentication;

/// <summary>Sessions with everything that belongs to them, over a store in memory and a clock that stands still.</summary>
internal sealed class SessionSetup
{
    public static readonly UserId Alice = UserId.Parse("alice1234567", null);
    public static readonly UserId Bob = UserId.Parse("bob123456789", null);

    public SessionSetup()
    {
        Store = new FakeSessionStore(Time);
        Events = new SessionEvents(new SingleNode(), Time, NullLogger<SessionEvents>.Instance);
        Registry = new SessionRegistry(Store, Events, new EphemeralDataProtectionProvider(), Options.Create(Lifetime), Time, NullLogger<SessionRegistry>.Instance);
        Watch = new SessionWatch(Store, Registry, Events, Time, NullLogger<SessionWatch>.Instance);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    public SessionLifetimeOptions Lifetime { get; } = new() { IdleTimeout = TimeSpan.FromHours(1), MaximumAge = TimeSpan.FromHours(3) };

    public FakeSessionStore Store { get; }

    public SessionEvents Events { get; }

    public SessionRegistry Registry { get; }

    public SessionWatch Watch { get; }

    /// <summary>Begins a session and returns its key.</summary>
    public async Task<string> BeginAsync(UserId? user = null, string? refreshToken = "refresh-1", string? logtoSession = null)
    {
        var tokens = new SessionTokens("id-1", refreshToken, new Dictionary<string, UserToken>());
        var id = user ?? Alice;
        return SessionRegistry.KeyOf(await Registry.BeginAsync(id, logtoSession, [new Claim("sub", id.Value), new Claim("name", "Alice"), new Claim("organizations", "acme")], tokens));
    }
}
