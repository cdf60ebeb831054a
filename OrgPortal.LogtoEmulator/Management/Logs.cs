using System.Globalization;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>The audit log: sign-ins, tokens, webhooks. Changes through the Management API are not in it.</summary>
internal static class Logs
{
    public static void Map(ManagementRoutes routes)
    {
        routes.Get("/logs", List);
        routes.Get("/logs/{id}", call => Answer.Ok(call.State.Read(tables =>
            tables.Logs.Find(call.Id) ?? throw Refusals.NoSuchId("logs", call.Id))));
    }

    private static Answer List(Call call)
    {
        var paging = call.Paging();
        var user = call.Query("userId");
        var application = call.Query("applicationId");
        var key = call.Query("logKey");
        var (from, to) = Window(call);
        return call.State.Read(tables => paging.Of(
            tables.Logs.NewestFirst
                .Where(log => !log.Key.StartsWith("TriggerHook.", StringComparison.Ordinal) && (key is null || log.Key == key))
                .Where(log => user is null || Is(log, "userId", user))
                .Where(log => application is null || Is(log, "applicationId", application))
                .Where(log => log.CreatedAt >= (from ?? long.MinValue) && log.CreatedAt <= (to ?? long.MaxValue))
                .ToArray(),
            log => log));
    }

    private static bool Is(LogEntry log, string property, string value) =>
        log.Payload.TryGetProperty(property, out var found) && found.ToString() == value;

    /// <summary>The time that was asked for, in milliseconds since the epoch; null where it is open.</summary>
    /// <exception cref="LogtoRefusalException">400 for what is no number, or begins after its end.</exception>
    public static (long? From, long? To) Window(Call call)
    {
        var (from, to) = (Time(call, "start_time"), Time(call, "end_time"));
        return from > to ? throw new LogtoRefusalException(400, "log.invalid_time_window", "The time window is invalid.") : (from, to);
    }

    private static long? Time(Call call, string name) => call.Query(name) switch
    {
        null => null,
        var text when double.TryParse(text, CultureInfo.InvariantCulture, out var time) && double.IsFinite(time) => (long)time,
        _ => throw new LogtoRefusalException(400, "guard.invalid_input", $"The request {name} is invalid."),
    };
}
