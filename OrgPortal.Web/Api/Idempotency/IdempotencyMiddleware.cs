using System.Data.Common;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Api.Problems;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Api.Idempotency;

/// <summary>
/// A POST with an <c>Idempotency-Key</c> is done once, however often it is sent: its answer is given again for 24 hours. Only what was done is
/// kept; a refusal changed nothing, so the same key may be tried again. When a node dies in the middle the key is taken up again after two
/// minutes, and the services' own rules keep what was done from being done twice.
/// </summary>
internal sealed partial class IdempotencyMiddleware(RequestDelegate next, IdempotencyStore store, ILogger<IdempotencyMiddleware> logger)
{
    private const string TooManyKeys = "idempotency_keys";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Later = TimeSpan.FromHours(1);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.GetEndpoint() is null || context.User.FindFirstValue(PortalClaims.Subject) is not { } person)
        {
            await next(context);
            return;
        }

        if (!IdempotencyKey.TryRead(context.Request, out var key))
        {
            await ApiProblems.AnswerAsync(context, ApiFailure.BadKey);
            return;
        }

        if (key is null)
        {
            await next(context);
            return;
        }

        var (id, holder) = (IdempotencyKey.IdOf(person, key), Guid.NewGuid());
        var claim = await TryClaimAsync(id, person, await FingerprintAsync(context.Request), holder);
        switch (claim)
        {
            case { Kind: IdempotencyClaim.Kinds.Ours }:
                await RunAsync(context, id, holder);
                break;
            case { Kind: IdempotencyClaim.Kinds.Answered, Answer: { } answer }:
                await ReplayAsync(context.Response, answer);
                break;
            default:
                await ApiProblems.AnswerAsync(context, FailureOf(claim?.Kind));
                break;
        }
    }

    private static Failure FailureOf(IdempotencyClaim.Kinds? kind) => kind switch
    {
        null => new Unavailable(),
        IdempotencyClaim.Kinds.Reused => ApiFailure.ReusedKey,
        IdempotencyClaim.Kinds.TooMany => new LimitReached(TooManyKeys, Later),
        _ => ApiFailure.InFlight with { RetryAfter = Soon },
    };

    private async Task<IdempotencyClaim?> TryClaimAsync(string id, string person, string fingerprint, Guid holder)
    {
        try
        {
            return await store.ClaimAsync(id, person, fingerprint, holder);
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            StoreFailed(exception);
            return null;
        }
    }

    private async Task RunAsync(HttpContext context, string id, Guid holder)
    {
        var original = context.Response.Body;
        using var written = new MemoryStream();
        StoredAnswer? answer = null;
        context.Response.Body = written;
        try
        {
            await next(context);
            answer = AnswerOf(context.Response, written);
            answer = answer is not null && context.GetEndpoint()?.Metadata.GetMetadata<ShownOnce>() is { } once ? once.Without(answer) : answer;
        }
        finally
        {
            context.Response.Body = original;
            await EndAsync(id, holder, answer);
        }

        written.Position = 0;
        await written.CopyToAsync(original, context.RequestAborted);
    }

    // What cannot be kept is freed by itself, and then it is done again: the services know what was done.
    private async Task EndAsync(string id, Guid holder, StoredAnswer? answer)
    {
        try
        {
            await (answer is null ? store.ReleaseAsync(id, holder) : store.KeepAsync(id, holder, answer));
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            StoreFailed(exception);
        }
    }

    private static StoredAnswer? AnswerOf(HttpResponse response, MemoryStream body) =>
        response.StatusCode is >= StatusCodes.Status200OK and < StatusCodes.Status300MultipleChoices && body.Length <= IdempotencyStore.LargestAnswer
            ? new StoredAnswer(
                response.StatusCode,
                StoredAnswer.Kept.Where(response.Headers.ContainsKey).ToDictionary(name => name, name => response.Headers[name].ToString(), StringComparer.OrdinalIgnoreCase),
                body.ToArray())
            : null;

    private static async Task ReplayAsync(HttpResponse response, StoredAnswer answer)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        await response.Body.WriteAsync(answer.Body);
    }

    private static async Task<string> FingerprintAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}{request.QueryString}\n{request.ContentType}\n"));
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is var read and > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not take, keep or free an idempotency key.")]
    private partial void StoreFailed(Exception exception);
}
