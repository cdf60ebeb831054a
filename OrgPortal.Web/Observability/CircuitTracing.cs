using System.Diagnostics;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace OrgPortal.Web.Observability;

/// <summary>
/// Gives what a person does in an open page a trace of its own. A circuit's messages belong to no request, so without it the audit trail, the log
/// and the calls of Logto that one click caused could not be told to belong together.
/// </summary>
internal sealed class CircuitTracing : CircuitHandler
{
    /// <summary>What the trace of a message is called.</summary>
    public const string ActivityName = "OrgPortal.Circuit";

    /// <inheritdoc />
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        // Not from a source: it is there whether anybody listens or not.
        using var activity = Activity.Current is null ? new Activity(ActivityName).Start() : null;
        await next(context);
    };
}
