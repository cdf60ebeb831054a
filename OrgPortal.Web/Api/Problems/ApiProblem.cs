using System.Text.Json.Serialization;

namespace OrgPortal.Web.Api.Problems;

/// <summary>Why a request was not done: problem details after RFC 9457.</summary>
public sealed record ApiProblem
{
    /// <summary>The media type.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>A URI that names the kind of problem: urn:orgportal:problem: and the code.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in a few words, in the caller's language.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What happened and what to do, in the caller's language. For people: decide on the code.</summary>
    public required string Detail { get; init; }

    /// <summary>The reason, stable and in snake_case: the same as in the portal's pages and its audit trail.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong with the input: for each field its reasons, in snake_case.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>The permission that the caller lacks in the organization.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Permission { get; init; }

    /// <summary>What the request is called in the portal's log and audit trail.</summary>
    public required string CorrelationId { get; init; }

    /// <summary>When trying again makes sense.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RetryAfterSeconds { get; init; }
}
