using Microsoft.Extensions.DependencyInjection;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Doctor;
using OrgPortal.Web.Logto.Probing;

namespace OrgPortal.Tests.Features.Doctor;

/// <summary>A portal with an emulator whose tenant is as it should be, as far as an emulator can have it so, for tests that break one thing of it.</summary>
public sealed class DoctorHouse : IAsyncLifetime
{
    /// <summary>The key that Logto signs webhooks with.</summary>
    public const string SigningKey = "key-of-the-webhook-0123456789abcd";

    /// <summary>Warnings that no emulator on this machine is without: it listens on loopback.</summary>
    private static readonly string[] Unavoidable = [CheckIds.BackchannelDelivery];

    private PortalFactory? _portal;

    /// <summary>The portal.</summary>
    public PortalFactory Portal => _portal ?? throw new InvalidOperationException("Not started.");

    /// <summary>What a report says when nothing is broken.</summary>
    internal static CheckStatus Sound(string id) => Unavoidable.Contains(id) ? CheckStatus.Warning : CheckStatus.Pass;

    /// <summary>The settings and the emulator that belong together. How long something takes is no finding: that depends on how busy this machine is.</summary>
    public static PortalFactoryOptions Options() => new()
    {
        Time = new UnhurriedClock(),
        Services = services => services.AddSingleton<ITenantProbe>(provider => new UnhurriedProbe(ActivatorUtilities.CreateInstance<TenantProbe>(provider))),
        Settings =
        {
            ["Logto:Webhooks:SigningKey"] = SigningKey,
            ["Portal:Operators:Role"] = DefaultSeed.OperatorRole,
            ["Api:Clients:0"] = DefaultSeed.BrowserClientId,
            ["Api:Resource"] = DefaultSeed.ApiResource,
        },
        Logto = emulator => emulator.WebhookSigningKey = SigningKey,
    };

    /// <inheritdoc />
    public async Task InitializeAsync() => _portal = await PortalFactory.StartAsync(Options());

    /// <inheritdoc />
    public async Task DisposeAsync() => await Portal.DisposeAsync();

    /// <summary>The tenant as it should be again.</summary>
    public void Repair() => Repair(Portal);

    /// <inheritdoc cref="Repair()" />
    public static void Repair(PortalFactory portal)
    {
        portal.Logto.Reset();
        portal.Logto.State.Write(tables => tables.SignInExperience = new SignInExperience(StateJson.Merged(
            tables.SignInExperience.Row, StateJson.Parse("""{ "signUp": { "identifiers": ["email"], "password": true, "verify": true } }"""))));
    }

    /// <summary>Runs the doctor.</summary>
    internal Task<DoctorReport> ExamineAsync() => ExamineAsync(Portal);

    /// <inheritdoc cref="ExamineAsync()" />
    internal static Task<DoctorReport> ExamineAsync(PortalFactory portal) => portal.Services.GetRequiredService<Examiner>().RunAsync();

    /// <summary>The machine's clock, but a check, and all of them, have as long as they take.</summary>
    private sealed class UnhurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == Examiner.LongestCheck ? Patience.Limit : dueTime == Examiner.LongestRun ? Patience.Limit * 4 : dueTime, period);
    }

    /// <summary>Says what the real one finds, and that it took no time.</summary>
    private sealed class UnhurriedProbe(TenantProbe probe) : ITenantProbe
    {
        public async Task<Discovery> DiscoverAsync(CancellationToken cancellationToken) => (await probe.DiscoverAsync(cancellationToken)) with { Took = TimeSpan.Zero };

        public Task<ManagementGrant> AskForTokenAsync(CancellationToken cancellationToken) => probe.AskForTokenAsync(cancellationToken);
    }
}
