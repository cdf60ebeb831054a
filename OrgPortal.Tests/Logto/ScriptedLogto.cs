using System.Net;
using System.Text;

namespace OrgPortal.Tests.Logto;

/// <summary>A Logto whose answers are written down beforehand, one per call of the Management API; tokens are given out without end.</summary>
internal sealed class ScriptedLogto : HttpMessageHandler
{
    private readonly Lock _gate = new();
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();
    private int _tokens;

    /// <summary>Calls of the Management API as "GET /api/…", in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>The bodies of the same calls.</summary>
    public List<string?> Bodies { get; } = [];

    /// <summary>The bearer tokens of the same calls.</summary>
    public List<string?> Tokens { get; } = [];

    /// <summary>How many tokens were given out.</summary>
    public int TokensGiven => _tokens;

    /// <summary>When set, the token endpoint refuses.</summary>
    public bool RefusesTokens { get; set; }

    /// <summary>Lets a caller wait for its token.</summary>
    public Task TokenGate { get; set; } = Task.CompletedTask;

    public ScriptedLogto Answers(HttpStatusCode status, string body = "", string type = "application/json", params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(() =>
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type) };
            foreach (var (name, value) in headers)
            {
                answer.Headers.TryAddWithoutValidation(name, value);
            }

            return answer;
        });
        return this;
    }

    public ScriptedLogto Throws(Exception exception)
    {
        _answers.Enqueue(() => throw exception);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/oidc/token")
        {
            var number = Interlocked.Increment(ref _tokens);
            await TokenGate;
            return RefusesTokens
                ? new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent("""{"code":"oidc.invalid_client","error":"invalid_client"}""", Encoding.UTF8, "application/json") }
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($$"""{"access_token":"token-{{number}}","expires_in":3600,"token_type":"Bearer","scope":"all"}""", Encoding.UTF8, "application/json") };
        }

        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_gate)
        {
            Calls.Add($"{request.Method} {request.RequestUri.PathAndQuery}");
            Bodies.Add(body);
            Tokens.Add(request.Headers.Authorization?.Parameter);
            var answer = _answers.Dequeue()();
            answer.RequestMessage = request;
            return answer;
        }
    }
}
