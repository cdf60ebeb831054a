using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.LogtoEmulator;

namespace OrgPortal.Tests.Support;

/// <summary>What a test wants otherwise than usual.</summary>
public sealed class PortalFactoryOptions
{
    /// <summary>Whether the portal listens on a port of its own, for real browsers and for Logto's calls; otherwise it lives in memory.</summary>
    public bool Listens { get; init; }

    /// <summary>The public address. Default: <c>http://localhost:5080</c> in memory, or the port that is listened on.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The environment.</summary>
    public string Environment { get; init; } = "Development";

    /// <summary>Another node of the same portal: with the same Logto, store and keys. It ends before the first does.</summary>
    public PortalFactory? Beside { get; init; }

    /// <summary>Settings that win over all others; <see langword="null"/> takes one away.</summary>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>();

    /// <summary>The portal's clock. Default: the machine's; in memory, where nothing follows a first answer, a <see cref="PatientClock"/>.</summary>
    public TimeProvider Time
    {
        get => field ?? (Listens ? TimeProvider.System : new PatientClock());
        init;
    }

    /// <summary>Registers services instead of the portal's, or beside them. Called last.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Maps endpoints that only the test needs.</summary>
    public Action<WebApplication>? Endpoints { get; init; }

    /// <summary>Changes the emulator's options before it starts.</summary>
    public Action<EmulatorOptions>? Logto { get; init; }
}
