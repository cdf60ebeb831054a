using OrgPortal.Web.Authentication.Tokens;

namespace OrgPortal.Tests.Authentication;

/// <summary>
/// A token endpoint that rotates refresh tokens at every use and, as Logto does, takes a second use of one for theft: from then on nothing works any more.
/// </summary>
internal sealed class FakeTokenEndpoint(TimeProvider time) : ITokenEndpoint
{
    private readonly Lock _gate = new();
    private int _number = 1;
    private bool _revoked;

    /// <summary>How many refreshes were asked for.</summary>
    public int Refreshes { get; private set; }

    /// <summary>The refresh tokens that were revoked.</summary>
    public List<string> Revoked { get; } = [];

    /// <summary>Given instead of a token while set.</summary>
    public TokenAnswer? Answer { get; set; }

    /// <summary>Completes before an answer is given.</summary>
    public TaskCompletionSource? Hold { get; set; }

    public async Task<TokenAnswer> RefreshAsync(string refreshToken, TokenTarget target)
    {
        TokenAnswer answer;
        lock (_gate)
        {
            Refreshes++;
            _revoked |= Answer is null && refreshToken != $"refresh-{_number}";
            answer = Answer ?? (_revoked
                ? new TokenRefused("invalid_grant")
                : new TokenGranted(new UserToken($"access-{++_number}", time.GetUtcNow().AddHours(1), ""), $"refresh-{_number}", null));
        }

        await Task.Yield();
        await (Hold?.Task ?? Task.CompletedTask);
        return answer;
    }

    public Task RevokeAsync(string refreshToken)
    {
        lock (_gate)
        {
            Revoked.Add(refreshToken);
        }

        return Task.CompletedTask;
    }
}
