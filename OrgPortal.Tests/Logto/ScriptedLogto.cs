using System.Net;
using System.Text;

namespace OrgPortal.Tests.Logto;

/// <summary>
/// A Logto whose answers are written down beforehand, one per call of the Management API, in order. Tokens "token-1", "token-2", … are
/// given out without end, unless answers of the token endpoint are written down too. A call without an answer fails the test.
/// </summary>
internal sealed class ScriptedLogto(TimeProvider time) : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _tokenAnswers = new();
    private readonly List<ScriptedCall> _made = [];
    private readonly List<string?> _tokenRequests = [];
    private int _stalling;

    /// <summary>Calls of the Management API, in order.</summary>
    public IReadOnlyList<ScriptedCall> Made => Copy(_made);

    /// <summary>The same as "GET /api/…".</summary>
    public IReadOnlyList<string> Calls => [.. Made.Select(call => call.Request)];

    /// <summary>The bodies of the same calls.</summary>
    public IReadOnlyList<string?> Bodies => [.. Made.Select(call => call.Body)];

    /// <summary>The bearer tokens of the same calls.</summary>
    public IReadOnlyList<string?> Tokens => [.. Made.Select(call => call.Token)];

    /// <summary>The bodies of the calls of the token endpoint.</summary>
    public IReadOnlyList<string?> TokenRequests => Copy(_tokenRequests);

    /// <summary>Whether somebody waits for an answer that never comes.</summary>
    public bool IsStalling => Volatile.Read(ref _stalling) > 0;

    /// <summary>Whether a call of the token endpoint carried the header <c>Authorization</c>.</summary>
    public bool AuthenticatedByHeader { get; private set; }

    /// <summary>How long the tokens live, in seconds.</summary>
    public int TokenLife { get; set; } = 3600;

    /// <summary>Refused with 401 wherever it comes.</summary>
    public string? RefusedToken { get; set; }

    /// <summary>Lets a caller wait for its token.</summary>
    public Task TokenGate { get; set; } = Task.CompletedTask;

    /// <summary>The answer of every call for which none is written down.</summary>
    public Func<HttpResponseMessage>? Otherwise { get; set; }

    public static HttpResponseMessage Answer(HttpStatusCode status, string body = "", string type = "application/json", params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type) };
        foreach (var (name, value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }

    public ScriptedLogto Answers(HttpStatusCode status, string body = "", string type = "application/json", params (string Name, string Value)[] headers) =>
        Answers(() => Answer(status, body, type, headers));

    public ScriptedLogto Answers(Func<HttpResponseMessage> answer)
    {
        _answers.Enqueue(_ => Task.FromResult(answer()));
        return this;
    }

    /// <summary>The connection fails.</summary>
    public ScriptedLogto Throws(HttpRequestError error) => Answers(() => throw new HttpRequestException(error));

    /// <summary>No answer ever comes.</summary>
    public ScriptedLogto Stalls(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            _answers.Enqueue(StallAsync);
        }

        return this;
    }

    public ScriptedLogto AnswersTokens(Func<HttpResponseMessage> answer, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            _tokenAnswers.Enqueue(_ => Task.FromResult(answer()));
        }

        return this;
    }

    /// <summary>No answer of the token endpoint ever comes.</summary>
    public ScriptedLogto StallsTokens(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _tokenAnswers.Enqueue(StallAsync);
        }

        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var answer = await (request.RequestUri!.AbsolutePath == "/oidc/token" ? TokenAsync(request, body, cancellationToken) : ApiAsync(request, body, cancellationToken));
        answer.RequestMessage = request;
        return answer;
    }

    private async Task<HttpResponseMessage> TokenAsync(HttpRequestMessage request, string? body, CancellationToken cancellationToken)
    {
        int number;
        Func<CancellationToken, Task<HttpResponseMessage>>? scripted;
        lock (_gate)
        {
            _tokenRequests.Add(body);
            AuthenticatedByHeader |= request.Headers.Authorization is not null;
            number = _tokenRequests.Count;
            _tokenAnswers.TryDequeue(out scripted);
        }

        await TokenGate.WaitAsync(cancellationToken);
        return scripted is not null
            ? await scripted(cancellationToken)
            : Answer(HttpStatusCode.OK, $$"""{"access_token":"token-{{number}}","expires_in":{{TokenLife}},"token_type":"Bearer","scope":"all"}""");
    }

    private async Task<HttpResponseMessage> ApiAsync(HttpRequestMessage request, string? body, CancellationToken cancellationToken)
    {
        var call = new ScriptedCall(
            $"{request.Method} {request.RequestUri!.PathAndQuery}",
            body,
            request.Content?.Headers.ContentType?.MediaType,
            request.Headers.Authorization?.Parameter,
            time.GetUtcNow());
        Func<CancellationToken, Task<HttpResponseMessage>>? scripted = null;
        lock (_gate)
        {
            _made.Add(call);
            if (RefusedToken is not null && call.Token == RefusedToken)
            {
                return Answer(HttpStatusCode.Unauthorized, """{"code":"auth.unauthorized","message":"Unauthorized."}""");
            }

            if (!_answers.TryDequeue(out scripted) && Otherwise is null)
            {
                throw new InvalidOperationException($"No answer is written down for {call.Request}.");
            }
        }

        return scripted is not null ? await scripted(cancellationToken) : Otherwise!();
    }

    /// <summary>Never answers.</summary>
    public async Task<HttpResponseMessage> StallAsync(CancellationToken cancellationToken)
    {
        var isOver = 0;
        Interlocked.Increment(ref _stalling);
        try
        {
            // Over within the very step of the clock that ends it, and not when its thread comes to that.
            await using var ending = cancellationToken.UnsafeRegister(_ => End(), null);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException("An infinite time has passed.");
        }
        finally
        {
            End();
        }

        void End()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
            {
                Interlocked.Decrement(ref _stalling);
            }
        }
    }

    private List<T> Copy<T>(List<T> list)
    {
        lock (_gate)
        {
            return [.. list];
        }
    }
}
