using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Authentication.Bearer;

/// <summary>
/// Logto's keys, read once and then kept: renewed every hour beside the requests, and at once when a token names a key that is not known, but then
/// not more often than every half minute, whatever is sent. One question at a time. While Logto does not answer, the keys of before count.
/// </summary>
internal sealed partial class SigningKeys(IHttpClientFactory http, IOptions<LogtoOptions> logto, TimeProvider time, ILogger<SigningKeys> logger)
{
    /// <summary>The name of the client.</summary>
    public const string ClientName = "logto-keys";

    /// <summary>How old the keys get before they are read again.</summary>
    public static readonly TimeSpan RenewedAfter = TimeSpan.FromHours(1);

    /// <summary>How often a token with an unknown key has them read.</summary>
    public static readonly TimeSpan PauseForUnknown = TimeSpan.FromSeconds(30);

    /// <summary>How often Logto is asked while it does not answer.</summary>
    public static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private SigningKeySet? _current;
    private Task<SigningKeySet?>? _reading;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private DateTimeOffset _renewAt = DateTimeOffset.MinValue;

    /// <summary>The keys; <see langword="null"/> when Logto has not given any out yet and does not answer.</summary>
    public ValueTask<SigningKeySet?> GetAsync()
    {
        if (_current is not { } known)
        {
            return new(ReadAsync(PauseAfterFailure));
        }

        if (time.GetUtcNow() >= _renewAt)
        {
            // Beside the request, which goes on with what is known.
            _ = ReadAsync(PauseAfterFailure);
        }

        return new(known);
    }

    /// <summary>A token names a key that is not among these: perhaps Logto has others by now.</summary>
    /// <returns>Others, or the same ones when there are none or it was asked a moment ago.</returns>
    public async ValueTask<SigningKeySet> RenewAsync(SigningKeySet known) =>
        _current is { } newer && newer != known ? newer : await ReadAsync(PauseForUnknown) ?? known;

    private Task<SigningKeySet?> ReadAsync(TimeSpan pause)
    {
        lock (_gate)
        {
            if (_reading is { IsCompleted: false } underWay)
            {
                return underWay;
            }

            var now = time.GetUtcNow();
            if (now < _notBefore)
            {
                return Task.FromResult(_current);
            }

            _notBefore = now + pause;
            return _reading = Task.Run(AskAsync);
        }
    }

    private async Task<SigningKeySet?> AskAsync()
    {
        try
        {
            var endpoint = logto.Value.Endpoint!;
            using var client = http.CreateClient(ClientName);
            var documents = new HttpDocumentRetriever(client) { RequireHttps = endpoint.Scheme == Uri.UriSchemeHttps };
            var read = await OpenIdConnectConfigurationRetriever.GetAsync(endpoint.AbsoluteUri.TrimEnd('/') + "/oidc/.well-known/openid-configuration", documents, CancellationToken.None);
            return Keep(new SigningKeySet(read.Issuer, read.SigningKeys));
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or OperationCanceledException or InvalidOperationException or ArgumentException)
        {
            NotRead(exception);
            return _current;
        }
    }

    private SigningKeySet Keep(SigningKeySet read)
    {
        lock (_gate)
        {
            _renewAt = time.GetUtcNow() + RenewedAfter;
            // The same object as long as they are the same: what was verified with them stays verified.
            return _current = _current is { } before && before.IsSameAs(read) ? before : read;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Logto's signing keys could not be read; those of before count.")]
    private partial void NotRead(Exception exception);
}
