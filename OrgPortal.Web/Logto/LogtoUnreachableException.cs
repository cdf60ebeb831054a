namespace OrgPortal.Web.Logto;

/// <summary>Logto did not answer in time, could not be reached, or answered something that is not its format.</summary>
/// <param name="route">The route template that was called, without identifiers.</param>
/// <param name="innerException">What went wrong on the way.</param>
public sealed class LogtoUnreachableException(string route, Exception? innerException = null)
    : LogtoException($"Logto gave no usable answer to {route}.", innerException)
{
    /// <summary>The route template.</summary>
    public string Route { get; } = route;
}
