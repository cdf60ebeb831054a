using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace OrgPortal.LogtoEmulator.Control;

/// <summary>Writes every request into the journal, when its answer begins or its connection is dropped: whoever notices either finds the request there. Others stand there at their end.</summary>
internal sealed class JournalMiddleware(RequestDelegate next, RequestJournal journal, EmulatorClock clock)
{
    /// <summary>Key of the item that writes the request down before its connection is dropped: an <see cref="Action"/>.</summary>
    public const string BeforeDropping = "emulator.journal";

    private static readonly string[] Secrets = ["one_time_token", "id_token_hint", "access_token"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/emulator"))
        {
            await next(context);
            return;
        }

        var (time, began) = (clock.GetUtcNow(), TimeProvider.System.GetTimestamp());
        var (isWritten, failed) = (false, true);
        context.Response.OnStarting(() =>
        {
            Write(context.Response.StatusCode);
            return Task.CompletedTask;
        });
        context.Items[BeforeDropping] = new Action(() => Write(0));
        try
        {
            await next(context);
            failed = false;
        }
        finally
        {
            Write(context.RequestAborted.IsCancellationRequested ? 0 : failed ? StatusCodes.Status500InternalServerError : context.Response.StatusCode);
        }

        void Write(int status)
        {
            if (isWritten)
            {
                return;
            }

            isWritten = true;
            journal.Add(new JournalEntry(
                0,
                time,
                context.Request.Method,
                context.Request.Path.Value ?? "/",
                Query(context.Request),
                (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText,
                status,
                TimeProvider.System.GetElapsedTime(began).TotalMilliseconds,
                Caller(context.Request),
                context.Items[FaultMiddleware.Marker] as string));
        }
    }

    private static string Query(HttpRequest request) => Secrets.Any(request.Query.ContainsKey)
        ? QueryString.Create(request.Query.Select(pair =>
            KeyValuePair.Create<string, string?>(pair.Key, Secrets.Contains(pair.Key) ? "…" : pair.Value.ToString()))).Value ?? ""
        : request.QueryString.Value ?? "";

    private static string? Caller(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        try
        {
            return header.Split(' ', 2) switch
            {
                ["Bearer", var token] when token.Split('.') is [_, var claims, _] => ClientOf(claims),
                ["Basic", var pair] => Uri.UnescapeDataString(Encoding.UTF8.GetString(Convert.FromBase64String(pair)).Split(':')[0]),
                _ => null,
            };
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or ArgumentException)
        {
            return null; // the header is somebody's test of us
        }
    }

    private static string? ClientOf(string claims)
    {
        using var document = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(claims));
        return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("client_id", out var client)
            ? client.GetString()
            : null;
    }
}
