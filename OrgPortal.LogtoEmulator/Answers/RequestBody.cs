using System.Text;
using System.Text.Json;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Answers;

/// <summary>Bodies as Logto takes them: JSON, forms (as an object of texts), and plain text (as a text).</summary>
internal static class RequestBody
{
    private const int Limit = 1024 * 1024;
    private static readonly JsonElement Empty = StateJson.EmptyObject;

    /// <summary>Reads the body; an empty one is <c>{}</c>.</summary>
    /// <exception cref="LogtoRefusalException">400 without a code for JSON that is none.</exception>
    /// <exception cref="RequestBodyTooLargeException">The body is over a megabyte.</exception>
    public static async Task<JsonElement> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength is 0 || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return Empty;
        }

        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type == "multipart/form-data")
        {
            // Only routes that take files read them; Logto's other routes see nothing of such a body.
            return Empty;
        }

        var text = await ReadTextAsync(request);
        return type switch
        {
            _ when text.Length == 0 => Empty,
            "application/json" or "application/json-patch+json" or "application/vnd.api+json" => Json(text),
            "application/x-www-form-urlencoded" => Form(text),
            "text/plain" => StateJson.Element(text),
            _ => Empty,
        };
    }

    private static async Task<string> ReadTextAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > Limit)
            {
                throw new RequestBodyTooLargeException();
            }
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static JsonElement Json(string text)
    {
        try
        {
            var parsed = StateJson.Parse(text);
            return parsed.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                ? parsed
                : throw new LogtoRefusalException(400, null, "invalid JSON, only supports object and array");
        }
        catch (JsonException)
        {
            throw new LogtoRefusalException(400, null, "The body is no valid JSON.");
        }
    }

    private static JsonElement Form(string text) => StateJson.Element(
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(text)
            .ToDictionary(pair => pair.Key, pair => pair.Value is [var one] ? (object?)one : pair.Value.ToArray()));
}
