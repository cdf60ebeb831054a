using OrgPortal.Web.Results;

namespace OrgPortal.Web.Api.Problems;

/// <summary>What only a caller over HTTP can do wrong.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Reason">The code.</param>
internal sealed record ApiFailure(int Status, string Reason) : Failure
{
    /// <summary>The body is no JSON, or not of the shape that is asked for.</summary>
    public static readonly ApiFailure MalformedBody = new(StatusCodes.Status400BadRequest, "malformed_body");

    /// <summary>The request is not understood: a parameter of the wrong kind, for one.</summary>
    public static readonly ApiFailure BadRequest = new(StatusCodes.Status400BadRequest, "bad_request");

    /// <summary>The body is too large.</summary>
    public static readonly ApiFailure TooLarge = new(StatusCodes.Status413PayloadTooLarge, "body_too_large");

    /// <summary>The body is of another kind than is asked for.</summary>
    public static readonly ApiFailure MediaType = new(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type");

    /// <summary>There is such an address, but not for this method.</summary>
    public static readonly ApiFailure Method = new(StatusCodes.Status405MethodNotAllowed, "method_not_allowed");

    /// <summary>The change must say what it was made of: <c>If-Match</c>.</summary>
    public static readonly ApiFailure PreconditionRequired = new(StatusCodes.Status428PreconditionRequired, "precondition_required");

    /// <summary>Somebody changed it meanwhile.</summary>
    public static readonly ApiFailure PreconditionFailed = new(StatusCodes.Status412PreconditionFailed, RefusalReasons.ChangedMeanwhile);

    /// <summary>The <c>Idempotency-Key</c> is empty, too long, or holds what a header may not.</summary>
    public static readonly ApiFailure BadKey = new(StatusCodes.Status400BadRequest, "idempotency_key_invalid");

    /// <summary>The <c>Idempotency-Key</c> belongs to another request.</summary>
    public static readonly ApiFailure ReusedKey = new(StatusCodes.Status422UnprocessableEntity, "idempotency_key_reused");

    /// <summary>The same request is being worked on.</summary>
    public static readonly ApiFailure InFlight = new(StatusCodes.Status409Conflict, "idempotency_in_flight");

    /// <summary>A fault of ours.</summary>
    public static readonly ApiFailure Unexpected = new(StatusCodes.Status500InternalServerError, "unexpected");

    /// <inheritdoc />
    public override string Code => Reason;

    /// <summary>When trying again makes sense, if that is known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What is wrong with the body, if that is known.</summary>
    public IReadOnlyList<FieldFailure> Fields { get; init; } = [];
}
