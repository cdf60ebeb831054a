using System.Text.Json;

namespace OrgPortal.LogtoEmulator.Control;

/// <summary>
/// <c>/emulator</c>: everything of <see cref="EmulatorControl"/> over HTTP, without authentication, for this machine only. A real
/// Logto has nothing under this path.
/// </summary>
internal static class ControlEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, EmulatorControl control)
    {
        var group = routes.MapGroup("/emulator");
        group.MapGet("", () => Results.Ok(new { about = "A Logto emulator for development. It is not Logto.", paths = Paths }));
        group.MapPost("/reset", () => Done(control.Reset));
        group.MapPost("/seed", (HttpRequest request) => SeedAsync(request, control));
        MapClock(group, control.Clock);
        MapFaults(group, control.Faults);
        MapJournal(group, control.Journal);
        group.MapGet("/mailbox", (string? to) => Results.Ok(Enumerable.Reverse(to is null ? control.Mailbox : control.MailTo(to))));
        group.MapDelete("/mailbox", () => Done(control.ClearMailbox));
    }

    private static string[] Paths =>
    [
        "POST /emulator/reset",
        "POST /emulator/seed (a seed as JSON, or ?file=)",
        "GET|POST|DELETE /emulator/clock (POST {advanceSeconds} or {now, frozen?})",
        "GET|POST|DELETE /emulator/faults, DELETE /emulator/faults/{id} (POST a fault as JSON, or its notation as text)",
        "GET|DELETE /emulator/journal (?method=&route=), GET /emulator/journal/counts",
        "GET|DELETE /emulator/mailbox (?to=)",
    ];

    private static void MapClock(RouteGroupBuilder group, EmulatorClock clock)
    {
        IResult Now() => Results.Ok(new { now = clock.GetUtcNow(), frozen = clock.IsFrozen });

        group.MapGet("/clock", Now);
        group.MapPost("/clock", (ClockChange change) =>
        {
            if (change.Now is { } now)
            {
                clock.Set(now, change.Frozen ?? false);
            }

            clock.Advance(TimeSpan.FromSeconds(change.AdvanceSeconds ?? 0));
            return Now();
        });
        group.MapDelete("/clock", () =>
        {
            clock.Reset();
            return Now();
        });
    }

    private static void MapFaults(RouteGroupBuilder group, FaultPlan faults)
    {
        group.MapGet("/faults", () => Results.Ok(faults.List().Select(FaultView.Of)));
        group.MapPost("/faults", (HttpRequest request) => AddFaultAsync(request, faults));
        group.MapDelete("/faults", () => Done(faults.Clear));
        group.MapDelete("/faults/{id:int}", (int id) => faults.Remove(id) ? Results.NoContent() : Results.NotFound());
    }

    private static void MapJournal(RouteGroupBuilder group, RequestJournal journal)
    {
        group.MapGet("/journal", (string? method, string? route) => Results.Ok(journal.Entries.Where(entry =>
            (method is null || entry.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
            && (route is null || RouteText.Fits(route, entry.Path)))));
        group.MapGet("/journal/counts", () => Results.Ok(journal.Counts()));
        group.MapDelete("/journal", () => Done(journal.Clear));
    }

    private static async Task<IResult> SeedAsync(HttpRequest request, EmulatorControl control)
    {
        try
        {
            if (request.Query["file"].ToString() is { Length: > 0 } file)
            {
                control.SeedFromFile(file);
            }
            else
            {
                control.Seed(await TextAsync(request));
            }

            return Results.NoContent();
        }
        catch (Exception unusable) when (unusable is JsonException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Results.BadRequest(new { message = unusable.Message });
        }
    }

    private static async Task<IResult> AddFaultAsync(HttpRequest request, FaultPlan faults)
    {
        try
        {
            var text = await TextAsync(request);
            var fault = request.HasJsonContentType()
                ? JsonSerializer.Deserialize<FaultView>(text, JsonSerializerOptions.Web)!.Read()
                : FaultNotation.Parse(text);
            return Results.Ok(new { id = faults.Add(fault) });
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return Results.BadRequest(new { message = unreadable.Message });
        }
    }

    private static async Task<string> TextAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
    }

    private static IResult Done(Action act)
    {
        act();
        return Results.NoContent();
    }
}
