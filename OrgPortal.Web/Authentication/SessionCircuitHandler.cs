using Microsoft.AspNetCore.Components.Server.Circuits;
using OrgPortal.Web.Authentication.Sessions;
using OrgPortal.Web.Events;

namespace OrgPortal.Web.Authentication;

/// <summary>Ties a circuit to its session: ends with it, follows the person's name, and keeps it alive while somebody works.</summary>
internal sealed class SessionCircuitHandler(SessionAuthenticationStateProvider provider, SessionRegistry sessions, SessionWatch watch, ITenantEvents events) : CircuitHandler
{
    private string? _session;
    private IDisposable? _subscription;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _session = await provider.WatchAsync();
        if (_session is null)
        {
            return;
        }

        // It may have ended between the handshake and the subscription.
        if (await sessions.FindAsync(_session, cancellationToken) is not { } session)
        {
            provider.End();
            return;
        }

        _subscription = events.Subscribe(happened =>
        {
            if (happened is PersonChanged { Person: var person } && person == session.User)
            {
                _ = RenameAsync(session.Key);
            }
        });
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _subscription?.Dispose();
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => context =>
    {
        if (_session is not null)
        {
            watch.NoteActivity(_session);
        }

        return next(context);
    };

    private async Task RenameAsync(string key)
    {
        if (await sessions.FindAsync(key) is { } session)
        {
            provider.Rename(SessionTickets.PrincipalOf(session));
        }
    }
}
