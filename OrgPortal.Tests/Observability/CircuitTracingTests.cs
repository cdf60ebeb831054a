using System.Diagnostics;
using OrgPortal.Web.Observability;

namespace OrgPortal.Tests.Observability;

public sealed class CircuitTracingTests
{
    [Fact]
    public async Task Each_message_of_a_page_has_a_trace_of_its_own()
    {
        var traces = new List<ActivityTraceId>();
        var handler = new CircuitTracing().CreateInboundActivityHandler(async _ =>
        {
            await Task.Yield();
            traces.Add(Activity.Current!.TraceId);
        });

        await handler(null!);
        await handler(null!);

        Assert.Equal(2, traces.Distinct().Count());
        Assert.DoesNotContain(default, traces);
        Assert.Null(Activity.Current);
    }

    [Fact]
    public async Task A_trace_that_is_there_goes_on()
    {
        using var outer = new Activity("outer").Start();
        ActivityTraceId? seen = null;

        await new CircuitTracing().CreateInboundActivityHandler(_ =>
        {
            seen = Activity.Current!.TraceId;
            return Task.CompletedTask;
        })(null!);

        Assert.Equal(outer.TraceId, seen);
        Assert.Same(outer, Activity.Current);
    }
}
