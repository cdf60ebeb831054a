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
        var from = Time(call.Query("start_time")) ?? long.MinValue;
        var to = Time(call.Query("end_time")) ?? long.MaxValue;
        return call.State.Read(tables => paging.Of(
            tables.Logs.NewestFirst
                .Where(log => key is null ? !log.Key.StartsWith("TriggerHook.", StringComparison.Ordinal) : log.Key == key)
                .Where(log => user is null || Is(log, "userId", user))
                .Where(log => application is null || Is(log, "applicationId", application))
                .Where(log => log.CreatedAt > from && log.CreatedAt < to)
                .ToArray(),
            log => log));
    }

    private static bool Is(LogEntry log, string property, string value) =>
        log.Payload.TryGetProperty(property, out var found) && found.ToString() == value;

    private static long? Time(string? text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;
}
