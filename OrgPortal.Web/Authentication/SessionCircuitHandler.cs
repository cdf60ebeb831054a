using Microsoft.AspNetCore.Components.Server.Circuits;
using OrgPortal.Web.Authentication.Sessions;

namespace OrgPortal.Web.Authentication;

/// <summary>Ties a circuit to its session: ends with it, and keeps it alive while somebody works.</summary>
internal sealed class SessionCircuitHandler(SessionAuthenticationStateProvider provider, SessionRegistry sessions, SessionWatch watch) : CircuitHandler
{
    private string? _session;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _session = await provider.WatchAsync();

        // It may have ended between the handshake and the subscription.
        if (_session is not null && await sessions.FindAsync(_session, cancellationToken) is null)
        {
            provider.End();
        }
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => context =>
    {
        if (_session is not null)
        {
            watch.NoteActivity(_session);
        }

        return next(context);
    };
}
