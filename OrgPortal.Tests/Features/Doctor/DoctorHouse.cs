using Microsoft.Extensions.DependencyInjection;
using OrgPortal.LogtoEmulator.State;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Doctor;

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

    /// <summary>The settings and the emulator that belong together.</summary>
    public static PortalFactoryOptions Options() => new()
    {
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
}
