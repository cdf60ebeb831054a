using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace OrgPortal.Tests.Support;

/// <summary>Calls the API.</summary>
internal static class ApiCaller
{
    /// <summary>Calls an address.</summary>
    /// <param name="client">From <see cref="PortalFactory.CreateClient"/>.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">The path below <c>/api/v1</c>.</param>
    /// <param name="token">The token; <see langword="null"/> for none.</param>
    /// <param name="body">What is sent as JSON, or content as it is; <see langword="null"/> for nothing.</param>
    /// <param name="headers">Further headers.</param>
    public static async Task<ApiAnswer> CallAsync(this HttpClient client, HttpMethod method, string path, string? token, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, "/api/v1" + path) { Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body)) };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(request);
        return await ApiAnswer.ReadAsync(answer);
    }
}
