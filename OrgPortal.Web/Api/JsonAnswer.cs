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

    /// <summary>Answers 200.</summary>
    /// <param name="response">Nothing of it was written yet.</param>
    /// <param name="shown">Written as the options of the API's JSON say.</param>
    public static Task WriteAsync<T>(HttpResponse response, T shown)
    {
        var options = response.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var json = JsonSerializer.SerializeToUtf8Bytes(shown, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        (response.StatusCode, response.ContentType, response.ContentLength) = (StatusCodes.Status200OK, ContentType, json.Length);
        return response.Body.WriteAsync(json, CancellationToken.None).AsTask();
    }
}
