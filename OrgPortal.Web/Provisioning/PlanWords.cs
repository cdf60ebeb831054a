using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OrgPortal.Web.Provisioning;

/// <summary>A plan for people and for programs.</summary>
internal static class PlanWords
{
    private const int KindWidth = 17;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Every change on a line, with its fields below it.</summary>
    public static IEnumerable<string> Of(TenantPlan plan, bool prune)
    {
        foreach (var change in plan.Changes)
        {
            yield return Of(change);
            foreach (var field in change.Fields)
            {
                yield return "      " + Of(field, prune);
            }
        }

        int Count(PlannedAction action) => plan.Changes.Count(change => change.Action == action);
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{Count(PlannedAction.Add)} to add, {Count(PlannedAction.Change)} to change, {Count(PlannedAction.Delete)} to delete; {plan.Unchanged} as they shall be.");
        var kept = plan.Changes.Count(change => change.Action == PlannedAction.Keep || (!prune && change.Fields.Any(field => field.NeedsPrune)));
        if (kept > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{kept} marked with ! have something that is not in the file and stays; --prune takes it away.");
        }

        if (Count(PlannedAction.Blocked) is var blocked and > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{blocked} marked with ? cannot be done yet, for the reason beside it.");
        }
    }

    /// <summary>One change on one line.</summary>
    public static string Of(PlannedChange change)
    {
        var sign = change.Action switch
        {
            PlannedAction.Add => '+',
            PlannedAction.Change => '~',
            PlannedAction.Delete => '-',
            PlannedAction.Keep => '!',
            _ => '?',
        };
        return $"  {sign} {change.Kind.PadRight(KindWidth)} {change.Name}{(change.Reason is null ? string.Empty : $" ({change.Reason})")}";
    }

    /// <summary>The same as JSON.</summary>
    public static string AsJson(string endpoint, string file, TenantPlan plan, bool isApplied, TenantPlan? left, string? credentials)
    {
        var report = new JsonObject
        {
            ["endpoint"] = endpoint,
            ["file"] = file,
            ["applied"] = isApplied,
            ["isDone"] = (left ?? plan).IsDone,
            ["unchanged"] = plan.Unchanged,
            ["changes"] = JsonSerializer.SerializeToNode(plan.Changes, Json),
        };
        if (left is not null)
        {
            report["left"] = JsonSerializer.SerializeToNode(left.Changes, Json);
            report["credentials"] = credentials;
        }

        return report.ToJsonString(Json);
    }

    private static string Of(FieldChange field, bool prune) => (field.Before, field.After) switch
    {
        (null, { } added) => $"{field.Field}: + {added}",
        ({ } removed, null) when field.NeedsPrune => $"{field.Field}: - {removed}{(prune ? string.Empty : " (stays)")}",
        var (before, after) when before == after => $"{field.Field}: changed",
        var (before, after) => $"{field.Field}: {Quoted(before)} -> {Quoted(after)}",
    };

    private static string Quoted(string? text) => text is null or "" ? "(nothing)" : $"\"{text}\"";
}
