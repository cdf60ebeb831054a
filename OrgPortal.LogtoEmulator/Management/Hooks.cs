using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>Webhooks: list, create, read, change, sign anew, try, delete.</summary>
internal static class Hooks
{
    private const string All = "/hooks";
    private const long Day = 86_400_000;

    private static readonly string[] Fields = ["name", "event", "events", "config", "enabled"];

    internal static readonly string[] Events =
    [
        "PostRegister", "PostSignIn", "PostSignInAdaptiveMfaTriggered", "PostResetPassword", "User.Created", "User.Deleted",
        "User.Data.Updated", "User.SuspensionStatus.Updated", "Role.Created", "Role.Deleted", "Role.Data.Updated",
        "Role.Scopes.Updated", "Scope.Created", "Scope.Deleted", "Scope.Data.Updated", "Organization.Created",
        "Organization.Deleted", "Organization.Data.Updated", "Organization.Membership.Updated", "OrganizationRole.Created",
        "OrganizationRole.Deleted", "OrganizationRole.Data.Updated", "OrganizationRole.Scopes.Updated",
        "OrganizationScope.Created", "OrganizationScope.Deleted", "OrganizationScope.Data.Updated", "Identifier.Lockout",
        "Message.RateLimited", "Grant.LimitExceeded",
    ];

    public static void Map(ManagementRoutes routes)
    {
        routes.Get(All, List);
        routes.Post(All, Create);
        routes.Get(All + "/{id}", call => Answer.Ok(call.State.Read(tables => call.Query("includeExecutionStats") is null
            ? (object)Require(tables, call)
            : WithStats(tables, Require(tables, call)))));
        routes.Patch(All + "/{id}", Change);
        routes.Delete(All + "/{id}", call => call.State.Write(tables =>
            tables.Hooks.Remove(call.Id) ? Answer.NoContent : throw Refusals.NotFound()));
        routes.Patch(All + "/{id}/signing-key", call => Answer.Ok(call.State.Write(tables =>
            tables.Hooks.Put(RequireToChange(tables, call) with { SigningKey = LogtoIds.Secret() }))));
        routes.Get(All + "/{id}/recent-logs", RecentLogs);
        routes.PostAsync(All + "/{id}/test", TestAsync);
    }

    private static Hook Require(LogtoTables tables, Call call) =>
        tables.Hooks.Find(call.Id) ?? throw Refusals.NoSuchId("hooks", call.Id);

    private static Hook RequireToChange(LogtoTables tables, Call call) =>
        tables.Hooks.Find(call.Id) ?? throw Refusals.DoesNotExist("hook");

    private static Answer List(Call call)
    {
        var isWithStats = call.Query("includeExecutionStats") is "true" or "1" or "yes";
        return call.State.Read(tables => call.Listed(tables.Hooks, hook => isWithStats ? WithStats(tables, hook) : (object)hook));
    }

    private static JsonObject WithStats(LogtoTables tables, Hook hook)
    {
        var logs = LogsOf(tables, hook.Id).Where(log => log.CreatedAt > tables.Now - Day).ToArray();
        var view = StateJson.Object(hook);
        view["executionStats"] = new JsonObject
        {
            ["successCount"] = logs.Count(log => log.Payload.GetProperty("result").GetString() == "Success"),
            ["requestCount"] = logs.Length,
        };
        return view;
    }

    private static Answer Create(Call call)
    {
        var guard = call.Guard();
        if (!guard.Has("events") && !guard.Has("event"))
        {
            guard.Inner("config", isRequired: true);
            guard.Done();
            throw new LogtoRefusalException(400, "hook.missing_events", "You need to specify at least one event.");
        }

        var hook = Read(guard, isNew: true, new Hook
        {
            Id = LogtoIds.Standard(),
            SigningKey = LogtoIds.Secret(),
            CreatedAt = call.State.Now,
        });
        guard.Done();
        return Answer.Created(call.State.Write(tables => tables.Hooks.Put(hook)));
    }

    private static Answer Change(Call call)
    {
        var guard = call.Guard();
        Read(guard, isNew: false, new Hook { Id = "", SigningKey = "" });
        guard.Done();
        if (!Fields.Any(guard.Has))
        {
            throw Refusals.EmptyChange();
        }

        return Answer.Ok(call.State.Write(tables =>
            tables.Hooks.Put(Read(guard, isNew: false, RequireToChange(tables, call)))));
    }

    private static Hook Read(Guard guard, bool isNew, Hook before) => before with
    {
        Name = guard.OptionalString("name", 256) ?? before.Name,
        Event = guard.Has("event") ? guard.NullableOneOf("event", Events) : before.Event,
        Events = ReadEvents(guard, isRequired: false) is { } events ? [.. events.Distinct()] : before.Events,
        Config = ReadConfig(guard, isNew) ?? before.Config,
        Enabled = guard.Bool("enabled") ?? before.Enabled,
    };

    private static string[]? ReadEvents(Guard guard, bool isRequired)
    {
        var events = guard.Strings("events", isRequired, least: 1);
        foreach (var unknown in (events ?? []).Except(Events))
        {
            guard.Refuse(
                "events",
                "invalid_enum_value",
                $"Invalid enum value. Expected {string.Join(" | ", Events.Select(name => $"'{name}'"))}, received '{unknown}'",
                ("received", unknown));
        }

        return events;
    }

    private static JsonElement? ReadConfig(Guard guard, bool isRequired)
    {
        if (guard.Inner("config", isRequired) is not { } inner)
        {
            return null;
        }

        var config = new Dictionary<string, object> { ["url"] = inner.String("url", least: 0) };
        if (inner.Object("headers") is { } headers)
        {
            inner.Inner("headers")!.AllStrings();
            config["headers"] = headers;
        }

        if (inner.Number("retries", least: 0, most: 3) is { } retries)
        {
            config["retries"] = retries;
        }

        return StateJson.Element(config);
    }

    private static IEnumerable<LogEntry> LogsOf(LogtoTables tables, string hookId) => tables.Logs.NewestFirst
        .Where(log => log.Payload.TryGetProperty("hookId", out var id) && id.GetString() == hookId);

    /// <summary>Deliveries of the last day, or of the time that was asked for; an unknown webhook had none.</summary>
    private static Answer RecentLogs(Call call)
    {
        var paging = call.Paging();
        var key = call.Query("logKey");
        var (from, to) = Logs.Window(call);
        var since = from is null && to is null ? call.State.Now - Day : from ?? long.MinValue;
        return call.State.Read(tables => paging.Of(
            LogsOf(tables, call.Id)
                .Where(log => (key is null || log.Key == key) && log.CreatedAt > since && log.CreatedAt < (to ?? long.MaxValue))
                .ToArray(),
            log =>
            {
                var view = StateJson.Object(log);
                view.Remove("tenantId");
                return view;
            }));
    }

    /// <summary>Sends an example of each event at once; 422 if the receiver does not take it.</summary>
    private static async Task<Answer> TestAsync(Call call)
    {
        var guard = call.Guard();
        var events = ReadEvents(guard, isRequired: true);
        var config = ReadConfig(guard, isRequired: true);
        guard.Done();
        var hook = call.State.Read(tables => Require(tables, call)) with { Config = config!.Value };
        var dispatcher = call.Context.RequestServices.GetRequiredService<HookDispatcher>();
        foreach (var name in events!.Distinct())
        {
            var status = await dispatcher.TryAsync(hook, Example(hook, name, call.State.Clock.GetUtcNow()));
            if (status is null)
            {
                throw new LogtoRefusalException(
                    422, "hook.send_test_payload_failed", "Failed to send test payload: no answer.");
            }

            if (status is < 200 or > 299)
            {
                throw new LogtoRefusalException(
                    422,
                    "hook.endpoint_responded_with_error",
                    $"Endpoint responded with error: {status}.",
                    new JsonObject { ["responseStatus"] = status });
            }
        }

        return Answer.NoContent;
    }

    private static JsonObject Example(Hook hook, string name, DateTimeOffset now)
    {
        var example = new JsonObject
        {
            ["event"] = name,
            ["hookId"] = hook.Id,
            ["createdAt"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["userAgent"] = "emulator",
        };
        if (name.Contains('.', StringComparison.Ordinal))
        {
            example["path"] = "/example/:id";
            example["method"] = "POST";
            example["status"] = 200;
            example["params"] = new JsonObject { ["id"] = "example" };
            example["data"] = new JsonObject { ["result"] = "success" };
        }
        else
        {
            example["userId"] = "example";
            example["sessionId"] = "example";
        }

        return example;
    }
}
