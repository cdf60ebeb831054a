using System.Text.Json;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Webhooks;
using HttpResults = Microsoft.AspNetCore.Http.Results;

namespace OrgPortal.Web.Webhooks;

/// <summary><c>POST /webhooks/logto</c>: Logto tells what happened in it, signed with <c>Logto:Webhooks:SigningKey</c>. Without a key there is no such address.</summary>
internal static partial class LogtoWebhookEndpoint
{
    /// <summary>The address to register at Logto, below the portal's public address.</summary>
    public const string Path = "/webhooks/logto";

    /// <summary>Five thousand people in each of Logto's lists fit. Bytes.</summary>
    public const int LargestBody = 512 * 1024;

    /// <summary>Maps it. The signature is the caller's proof; there is no cookie and no form of ours.</summary>
    public static IEndpointConventionBuilder MapLogtoWebhook(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, (Delegate)ReceiveAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> ReceiveAsync(HttpContext context, IOptions<LogtoOptions> options, NewsFollower follower, ILoggerFactory logging)
    {
        var logger = logging.CreateLogger(typeof(LogtoWebhookEndpoint).FullName!);
        if (options.Value.Webhooks.SigningKey is not { Length: > 0 } key)
        {
            return HttpResults.NotFound();
        }

        var signature = context.Request.Headers[WebhookSignature.Header].ToString();
        if (!WebhookSignature.IsWellFormed(signature))
        {
            return Refuse(logger);
        }

        if (await ReadAsync(context.Request) is not { } body)
        {
            return HttpResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (!WebhookSignature.Matches(key, body, signature))
        {
            return Refuse(logger);
        }

        LogtoNews news;
        try
        {
            news = WebhookReader.Read(body);
        }
        catch (JsonException)
        {
            LogUnreadable(logger);
            return HttpResults.BadRequest();
        }

        // Not cancelled by whoever hangs up: what is announced must be followed to its end.
        await follower.FollowAsync(news);
        return HttpResults.NoContent();
    }

    /// <returns>The body, or <see langword="null"/> when it is larger than anything Logto sends.</returns>
    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > LargestBody)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is var read and > 0)
        {
            if (body.Length + read > LargestBody)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static IResult Refuse(ILogger logger)
    {
        LogRefused(logger);
        return HttpResults.Unauthorized();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook was refused: its signature is missing or was not made with Logto:Webhooks:SigningKey.")]
    private static partial void LogRefused(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook with a right signature could not be read.")]
    private static partial void LogUnreadable(ILogger logger);
}
