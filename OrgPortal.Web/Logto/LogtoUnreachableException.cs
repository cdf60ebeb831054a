using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace OrgPortal.Web.Logto;

/// <summary>Logto did not answer in time, could not be reached, or answered something that is not its format.</summary>
/// <param name="route">The route template that was called, without identifiers.</param>
/// <param name="innerException">What went wrong on the way.</param>
public sealed class LogtoUnreachableException(string route, Exception? innerException = null)
    : LogtoException($"Logto gave no usable answer to {route}.", innerException)
{
    /// <summary>The route template.</summary>
    public string Route { get; } = route;

    /// <summary>Why, as far as it can be told apart.</summary>
    public NoAnswer Reason => InnerException switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => NoAnswer.UnknownName,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => NoAnswer.Untrusted,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => NoAnswer.NobodyThere,
        OperationCanceledException or TimeoutRejectedException => NoAnswer.TooSlow,
        BrokenCircuitException => NoAnswer.NotAsked,
        // A redirect has no exception.
        null or JsonException or FormatException => NoAnswer.NotLogto,
        _ => NoAnswer.BrokenOff,
    };
}
