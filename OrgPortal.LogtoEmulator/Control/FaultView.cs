namespace OrgPortal.LogtoEmulator.Control;

/// <summary>A fault as JSON: spans of time are numbers with their unit in the name.</summary>
internal sealed record FaultView(
    int? Id,
    string? Method,
    string Route,
    FaultKind Kind,
    int? Status,
    double? DelayMilliseconds,
    double? RetryAfterSeconds,
    int? Times,
    bool? AfterActing,
    int? Remaining)
{
    public static FaultView Of(FaultState state) => new(
        state.Id,
        state.Fault.Method,
        state.Fault.Route,
        state.Fault.Kind,
        state.Fault.Status,
        state.Fault.Delay.TotalMilliseconds,
        state.Fault.RetryAfter?.TotalSeconds,
        state.Fault.Times,
        state.Fault.AfterActing,
        state.Remaining);

    /// <exception cref="FormatException">The route is missing.</exception>
    public Fault Read() => new()
    {
        Method = Method ?? "*",
        Route = Route?.StartsWith('/') == true ? Route : throw new FormatException("A fault needs a route that starts with a slash."),
        Kind = Kind,
        Status = Status,
        Delay = TimeSpan.FromMilliseconds(DelayMilliseconds ?? 0),
        RetryAfter = RetryAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        Times = Times ?? 1,
        AfterActing = AfterActing ?? false,
    };
}
