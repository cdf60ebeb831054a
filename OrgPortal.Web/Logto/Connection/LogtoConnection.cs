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
internal sealed class LogtoConnection(HttpClient http, LogtoTelemetry telemetry)
{
    /// <summary>Larger answers are nonsense: the largest list known, 11,000 invitations, has 3.5 MB.</summary>
    public const long LargestAnswer = 64 * 1024 * 1024;

    public Task<T> GetAsync<T>(LogtoRoute route, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, route, null, (response, token) => ReadAsync(response, route, type, token), cancellationToken);

    public Task<Page<T>> GetPageAsync<T>(LogtoRoute route, PageRequest page, JsonTypeInfo<IReadOnlyList<T>> type, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, route, null, async (response, token) =>
        {
            var items = await ReadAsync(response, route, type, token);
            return new Page<T>(items, page, TotalOf(response) ?? throw new LogtoUnreachableException(route.Template));
        }, cancellationToken);

    public Task<T> SendAsync<T>(HttpMethod method, LogtoRoute route, HttpContent? body, JsonTypeInfo<T> type) =>
        SendAsync(method, route, body, (response, token) => ReadAsync(response, route, type, token), CancellationToken.None);

    /// <summary>For answers without a body, or with the text "Created", which several have.</summary>
    public Task SendAsync(HttpMethod method, LogtoRoute route, HttpContent? body = null) =>
        SendAsync(method, route, body, (_, _) => Task.FromResult(true), CancellationToken.None);

    public static HttpContent Json<T>(T body, JsonTypeInfo<T> type) => new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type))
    {
        Headers = { ContentType = new("application/json") },
    };

    private async Task<T> SendAsync<T>(HttpMethod method, LogtoRoute route, HttpContent? body, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var call = telemetry.Begin(method, route.Template);
        try
        {
            using var request = new HttpRequestMessage(method, route.Path) { Content = body };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            call.Answered(response.StatusCode);

            if (!response.IsSuccessStatusCode && !WasDoneByAnEarlierTry(request, response))
            {
                throw await ErrorAsync(response, route);
            }

            return await read(response, cancellationToken);
        }
        catch (Exception exception) when (IsNoAnswer(exception, cancellationToken))
        {
            throw new LogtoUnreachableException(route.Template, exception);
        }
    }

    // A DELETE whose first answer was lost finds nothing the second time: it is done.
    private static bool WasDoneByAnEarlierTry(HttpRequestMessage request, HttpResponseMessage response) =>
        request.Method == HttpMethod.Delete
        && response.StatusCode == HttpStatusCode.NotFound
        && request.Options.TryGetValue(LogtoResilience.WasRetried, out var retried) && retried;

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, LogtoRoute route, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync(body, type, cancellationToken) ?? throw new LogtoUnreachableException(route.Template);
    }

    private static async Task<LogtoApiException> ErrorAsync(HttpResponseMessage response, LogtoRoute route) =>
        new(response.StatusCode, await CodeOfAsync(response), route.Template, RetryAfterOf(response));

    // Errors are {code, message, …}, {message}, plain text, or a proxy's HTML: whatever has no code has none.
    private static async Task<string?> CodeOfAsync(HttpResponseMessage response)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync();
            return (await JsonSerializer.DeserializeAsync(body, LogtoJson.Default.ErrorBody))?.Code;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date - DateTimeOffset.UtcNow is var wait && wait > TimeSpan.Zero => wait,
        _ => null,
    };

    private static int? TotalOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Total-Number", out var values)
        && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : null;

    private static bool IsNoAnswer(Exception exception, CancellationToken cancellationToken) => exception
        is HttpRequestException or IOException or JsonException or FormatException or TimeoutRejectedException or BrokenCircuitException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
