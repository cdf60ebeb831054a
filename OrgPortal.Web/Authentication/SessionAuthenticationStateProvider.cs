using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using OrgPortal.Web.Authentication.Sessions;

namespace OrgPortal.Web.Authentication;

/// <summary>
/// Who is there, in a request and in a circuit. A circuit belongs to the session that opened it: when that has ended nobody is there any more,
/// whoever may reconnect to it.
/// </summary>
internal sealed class SessionAuthenticationStateProvider(SessionEvents events) : AuthenticationStateProvider, IHostEnvironmentAuthenticationStateProvider, IDisposable
{
    private static readonly Task<AuthenticationState> Nobody = Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity())));

    private readonly Lock _gate = new();
    private Task<AuthenticationState>? _state;
    private HttpContext? _request;
    private IDisposable? _subscription;
    private string? _session;
    private bool _ended;

    /// <summary>Where the person's connection comes from; <see langword="null"/> when there is none.</summary>
    public string? RemoteAddress { get; private set; }

    /// <summary>During a request: whoever the request's person is when asked.</summary>
    public void UseRequest(HttpContext request)
    {
        _request = request;
        RemoteAddress = request.Connection.RemoteIpAddress?.ToString();
    }

    /// <inheritdoc />
    public override Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        lock (_gate)
        {
            return _state ?? (_request is { } request ? Task.FromResult(new AuthenticationState(request.User)) : Nobody);
        }
    }

    /// <summary>Called by the framework when it renders a request, opens a circuit, or lets a connection take a circuit up again.</summary>
    public void SetAuthenticationState(Task<AuthenticationState> authenticationStateTask)
    {
        bool foreign;
        lock (_gate)
        {
            if (_session is null)
            {
                _state = authenticationStateTask;
                foreign = false;
            }
            else
            {
                foreign = !authenticationStateTask.IsCompletedSuccessfully || SessionOf(authenticationStateTask.Result.User) != _session;
            }
        }

        if (foreign)
        {
            End();
        }
        else if (authenticationStateTask.IsCompletedSuccessfully && authenticationStateTask.Result.User.FindFirstValue(PortalClaims.RemoteAddress) is { } address)
        {
            RemoteAddress = address;
        }
    }

    /// <summary>Binds this circuit to the session that opened it.</summary>
    /// <returns>The session's key, or <see langword="null"/> when nobody is signed in.</returns>
    public async Task<string?> WatchAsync()
    {
        var session = SessionOf((await GetAuthenticationStateAsync()).User);
        lock (_gate)
        {
            if (session is not null && _session is null)
            {
                _session = session;
                _subscription = events.Subscribe(session, End);
            }
        }

        return session;
    }

    /// <summary>The person of this circuit's session is called otherwise from now on.</summary>
    public void Rename(ClaimsPrincipal person)
    {
        Task<AuthenticationState> state;
        lock (_gate)
        {
            if (_ended || _session is null || SessionOf(person) != _session)
            {
                return;
            }

            _state = state = Task.FromResult(new AuthenticationState(person));
        }

        NotifyAuthenticationStateChanged(state);
    }

    /// <summary>From now on nobody is there.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            _ended = true;
            _state = Nobody;
        }

        NotifyAuthenticationStateChanged(Nobody);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            _subscription?.Dispose();
            _subscription = null;
        }
    }

    private static string? SessionOf(ClaimsPrincipal user) => user.FindFirstValue(PortalClaims.Session);
}
