using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrgPortal.Web.Api.Idempotency;

/// <summary>
/// An operation whose answer holds a secret that is shown once. When the same request comes again it is not done again, and its answer is given without
/// the secret: that is kept nowhere, so whoever lost it makes another.
/// </summary>
/// <param name="Property">The name of the secret's property in the answer.</param>
internal sealed record ShownOnce(string Property)
{
    /// <summary>The answer as it may be kept: nothing of a body that is none.</summary>
    public StoredAnswer Without(StoredAnswer answer)
    {
        try
        {
            if (JsonNode.Parse(answer.Body) is JsonObject body)
            {
                body[Property] = null;
                return answer with { Body = JsonSerializer.SerializeToUtf8Bytes(body) };
            }
        }
        catch (JsonException)
        {
            // What cannot be read is not kept either.
        }

        return answer with { Body = [] };
    }
}

/// <summary>How an address says so.</summary>
internal static class ShownOnceExtensions
{
    /// <summary>Its answer holds a secret.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="property">The name of the secret's property in the answer.</param>
    public static RouteHandlerBuilder ShowsOnce(this RouteHandlerBuilder endpoint, string property) => endpoint.WithMetadata(new ShownOnce(property));
}
