using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace OrgPortal.Web.Api;

/// <summary>
/// Writes what is shown in one piece, with its length. The framework writes it bit by bit as it becomes text, in chunks, which is for more than fits into memory; the
/// largest page is a hundred rows.
/// </summary>
internal static class JsonAnswer
{
    private const string ContentType = "application/json; charset=utf-8";

    /// <summary>What is shown, as text.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="shown">Written as the options of the API's JSON say.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Of<T>(HttpContext context, T shown)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return JsonSerializer.SerializeToUtf8Bytes(shown, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
    }

    /// <summary>Answers 200.</summary>
    /// <param name="response">Nothing of it was written yet.</param>
    /// <param name="json">What <see cref="Of" /> made of what is shown.</param>
    public static Task WriteAsync(HttpResponse response, byte[] json)
    {
        (response.StatusCode, response.ContentType, response.ContentLength) = (StatusCodes.Status200OK, ContentType, json.Length);
        return response.Body.WriteAsync(json, CancellationToken.None).AsTask();
    }
}
