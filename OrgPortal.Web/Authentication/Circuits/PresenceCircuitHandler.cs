using Microsoft.AspNetCore.Components.Server.Circuits;

namespace OrgPortal.Web.Authentication.Circuits;

/// <summary>Keeps <see cref="OpenCircuits"/> true.</summary>
internal sealed class PresenceCircuitHandler(CircuitPresence presence, ICurrentUser currentUser) : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (await currentUser.GetAsync() is { } person)
        {
            presence.Open(person.Id);
        }
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        presence.IsConnected = true;
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        presence.IsConnected = false;
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        presence.Dispose();
        return Task.CompletedTask;
    }
}
