using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OrgPortal.Web.Observability;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace OrgPortal.Web.Logto.Connection;

/// <summary>
/// Sends requests to the Management API and reads the answers. Everything that is not a 2xx with the expected body becomes a
/// <see cref="LogtoException"/>. Tokens and retries are the handlers' business.
/// </summary>
internal sealed partial class LogtoConnection(HttpClient http, LogtoTelemetry telemetry, TimeProvider time, ILogger<LogtoConnection> logger)
{
    /// <summary>Larger answers are nonsense: the largest list known, 11,000 invitations, has 3.5 MB.</summary>
    public const long LargestAnswer = 64 * 1024 * 1024;

    /// <summary>How long a call may take with everything that belongs to it: the token, all attempts and the pauses between them.</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(30);

    private readonly SharedReads _pages = new();

    public Task<T> GetAsync<T>(LogtoRoute route, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, route, null, (response, token) => LogtoAnswers.ReadAsync(response, type, token), cancellationToken);

    /// <summary>What is long enough to be read while it arrives, instead of being kept as text first.</summary>
    /// <param name="route">Where.</param>
    /// <param name="read">Reads the body to its end.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<T> GetAsync<T>(LogtoRoute route, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Get,
        route,
        null,
        (response, _) => Task.FromResult(((ReadAnswer<T>)response.Content).Value),
        cancellationToken,
        (content, ending) => ReadAnswer<T>.FromAsync(content, read, ending));

    /// <summary>A page of a list. Everybody who looks at the same one reads it again when somebody has changed it: they share the answer.</summary>
    public Task<Page<T>> GetPageAsync<T>(LogtoRoute route, PageRequest page, JsonTypeInfo<IReadOnlyList<T>> type, CancellationToken cancellationToken) =>
        _pages.ReadAsync(route.Path, token => SendAsync(HttpMethod.Get, route, null, async (response, ending) =>
        {
            var items = await LogtoAnswers.ReadAsync(response, type, ending);
            return new Page<T>(items, page, TotalOf(response) ?? throw new JsonException("A page without its total."));
        }, token), cancellationToken);

    /// <summary>A change. Nobody cancels it: whoever leaves the page must not leave half of it behind.</summary>
    public Task<T> SendAsync<T>(HttpMethod method, LogtoRoute route, HttpContent? body, JsonTypeInfo<T> type) =>
        SendAsync(method, route, body, (response, token) => LogtoAnswers.ReadAsync(response, type, token), CancellationToken.None);

    /// <summary>A change whose answer has no body, or the text "Created", which several have.</summary>
    public Task SendAsync(HttpMethod method, LogtoRoute route, HttpContent? body = null) =>
        SendAsync(method, route, body, (_, _) => Task.FromResult(true), CancellationToken.None);

    public static HttpContent Json<T>(T body, JsonTypeInfo<T> type) => new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type))
    {
        Headers = { ContentType = new("application/json") },
    };

    private async Task<T> SendAsync<T>(
        HttpMethod method,
        LogtoRoute route,
        HttpContent? body,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken,
        Func<HttpContent, CancellationToken, Task<HttpContent>>? readOnArrival = null)
    {
        using var call = telemetry.Begin(method, route.Template);
        using var limit = new CancellationTokenSource(LongestCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(method, route.Path) { Content = body };
            if (readOnArrival is not null)
            {
                request.Options.Set(AnswerBufferingHandler.Reading, readOnArrival);
            }

            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            call.Answered(response.StatusCode);

            if (!response.IsSuccessStatusCode && !WasDoneByAnEarlierTry(request, response))
            {
                throw await RefusalAsync(request, response, route, either.Token);
            }

            return await read(response, either.Token);
        }
        catch (Exception exception) when (IsNoAnswer(exception, cancellationToken))
        {
            NoAnswer(method.Method, route.Template, ReasonOf(exception));
            throw new LogtoUnreachableException(route.Template, exception);
        }
    }

    // A DELETE whose first answer was lost finds nothing the second time: it is done.
    private static bool WasDoneByAnEarlierTry(HttpRequestMessage request, HttpResponseMessage response) =>
        request.Method == HttpMethod.Delete && response.StatusCode == HttpStatusCode.NotFound && LogtoResilience.WasRepeated(request);

    private async Task<LogtoException> RefusalAsync(HttpRequestMessage request, HttpResponseMessage response, LogtoRoute route, CancellationToken cancellationToken)
    {
        // Logto's API redirects nobody: something else stands at its address.
        if ((int)response.StatusCode < 400)
        {
            NoAnswer(request.Method.Method, route.Template, $"status {(int)response.StatusCode}");
            return new LogtoUnreachableException(route.Template);
        }

        var code = await LogtoAnswers.ReadErrorCodeAsync(response, cancellationToken);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && !LogtoApiException.SaysPlan(code))
        {
            TokenRefused(request.Method.Method, route.Template, (int)response.StatusCode, code);
        }

        return new LogtoApiException(response.StatusCode, code, route.Template, RetryAfterHeader.Read(response, time), LogtoResilience.WasRepeated(request));
    }

    private static int? TotalOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Total-Number", out var values)
        && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : null;

    private static bool IsNoAnswer(Exception exception, CancellationToken cancellationToken) => exception
        is HttpRequestException or IOException or JsonException or FormatException or TimeoutRejectedException or BrokenCircuitException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static string ReasonOf(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: var error } ? error.ToString() : exception.GetType().Name;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Logto gave no usable answer to {Method} {Route}: {Reason}.")]
    private partial void NoAnswer(string method, string route, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Logto refused the management token at {Method} {Route}: {Status} {Code}. Check that the application of Logto:Management may use the Management API and that Logto:Management:Resource is right.")]
    private partial void TokenRefused(string method, string route, int status, string? code);
}
