using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Answers;

/// <summary>Writes answers onto the wire.</summary>
internal static class AnswerWriter
{
    /// <summary>A refusal as Logto words it: <c>{code, message, data?, details?}</c>, or a message alone.</summary>
    public static Answer Refusal(LogtoRefusalException refusal)
    {
        var body = new JsonObject();
        if (refusal.Code is not null)
        {
            body["code"] = refusal.Code;
        }

        body["message"] = refusal.Message;
        if (refusal.Details is not null)
        {
            body["data"] = refusal.Details.DeepClone();
        }

        if (refusal.Explanation is not null)
        {
            body["details"] = refusal.Explanation;
        }

        return new Answer(refusal.Status) { Body = body };
    }

    public static async Task WriteAsync(HttpContext context, Answer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        if (answer.Allow.Count > 0)
        {
            response.Headers.Allow = string.Join(", ", answer.Allow);
        }

        if (answer.Page is { } page)
        {
            WritePage(context, page);
        }

        if (answer is { Body: null, Text: null })
        {
            return;
        }

        var bytes = answer.Body is { } body
            ? JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), StateJson.Options)
            : Encoding.UTF8.GetBytes(answer.Text!);
        if (answer.Status == 200 && IsUnchanged(context, bytes))
        {
            response.StatusCode = 304;
            return;
        }

        response.ContentType = answer.Body is null ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static bool IsUnchanged(HttpContext context, byte[] bytes)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            return false;
        }

        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch.Contains(tag);
    }

    /// <summary>Each relation in a header line of its own, and without <c>/api</c>: as Logto does it.</summary>
    private static void WritePage(HttpContext context, PageInfo page)
    {
        var headers = context.Response.Headers;
        headers["Total-Number"] = page.Total.ToString(System.Globalization.CultureInfo.InvariantCulture);
        headers.Append("Link", Link(context.Request, page, 1, "first"));
        if (page.Number > 1)
        {
            headers.Append("Link", Link(context.Request, page, page.Number - 1, "prev"));
        }

        if (page.Number < page.Last)
        {
            headers.Append("Link", Link(context.Request, page, page.Number + 1, "next"));
        }

        headers.Append("Link", Link(context.Request, page, page.Last, "last"));
    }

    private static string Link(HttpRequest request, PageInfo page, int number, string relation)
    {
        var parameters = request.Query
            .SelectMany(pair => pair.Value.Select(value => (pair.Key, Value: value ?? "")))
            .ToList();
        Set(parameters, "page", number);
        Set(parameters, "page_size", page.Size);
        var query = string.Join('&', parameters.Select(pair => $"{Encoded(pair.Key)}={Encoded(pair.Value)}"));
        var path = request.Path.Value ?? "";
        path = path.StartsWith("/api/", StringComparison.Ordinal) ? path["/api".Length..] : path;
        return $"<{request.Scheme}://{request.Host}{path}?{query}>; rel=\"{relation}\"";
    }

    private static void Set(List<(string Key, string Value)> parameters, string key, int value)
    {
        var text = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var index = parameters.FindIndex(pair => pair.Key == key);
        if (index < 0)
        {
            parameters.Add((key, text));
        }
        else
        {
            parameters[index] = (key, text);
        }
    }

    private static string Encoded(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
