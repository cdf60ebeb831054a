using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>What happened during one call of the Management API.</summary>
internal sealed class HookCollection(HookDispatcher dispatcher) : IDisposable
{
    private readonly List<LogtoEvent> _happened = [];

    public void Add(LogtoEvent happened) => _happened.Add(happened);

    /// <summary>Sends what was collected, with the call it came from.</summary>
    public void Send(HttpContext context, ManagementRoute route, Answer answer)
    {
        foreach (var happened in _happened.Where(one => ManagementEvents.IsToldByAct(one.Name)))
        {
            dispatcher.Send(happened, Describe(context, route, answer.Status));
        }

        if (answer.Status < 400 && ManagementEvents.Of(route) is { } name)
        {
            dispatcher.Send(new LogtoEvent(name) { Entity = answer.Body }, Describe(context, route, answer.Status));
        }

        _happened.Clear();
    }

    public void Dispose() => dispatcher.StopCollecting();

    private static JsonObject Describe(HttpContext context, ManagementRoute route, int status)
    {
        var parameters = new JsonObject();
        foreach (var (key, value) in context.Request.RouteValues)
        {
            parameters[key] = value?.ToString();
        }

        return new JsonObject
        {
            ["ip"] = context.Connection.RemoteIpAddress?.ToString(),
            ["userAgent"] = context.Request.Headers.UserAgent.ToString(),
            ["path"] = context.Request.Path.Value!["/api".Length..],
            ["method"] = context.Request.Method,
            ["status"] = status,
            ["params"] = parameters,
            ["matchedRoute"] = route.MatchedRoute,
        };
    }
}
