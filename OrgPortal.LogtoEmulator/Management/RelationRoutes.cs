using System.Collections.Immutable;
using OrgPortal.LogtoEmulator.Answers;
using OrgPortal.LogtoEmulator.State;

namespace OrgPortal.LogtoEmulator.Management;

/// <summary>
/// The four routes by which Logto relates a row to others: list, add (again is fine), replace, remove one.
/// </summary>
internal sealed record RelationRoutes
{
    /// <summary>The path of the list, with the owner's <c>{id}</c>.</summary>
    public required string Pattern { get; init; }

    /// <summary>The name of the parameter for one related row.</summary>
    public required string Parameter { get; init; }

    /// <summary>The key of the ids in bodies.</summary>
    public required string Key { get; init; }

    /// <summary>The related ids of an owner; null if there is no such owner.</summary>
    public required Func<LogtoTables, string, ImmutableArray<string>?> Read { get; init; }

    public required Action<LogtoTables, string, ImmutableArray<string>> Write { get; init; }

    /// <summary>A related row, as it is shown.</summary>
    public required Func<LogtoTables, string, object?> Find { get; init; }

    /// <summary>What the list of an unknown owner is answered with; null for an empty list.</summary>
    public Func<string, LogtoRefusalException>? UnknownOwner { get; init; }

    public void Map(ManagementRoutes routes)
    {
        routes.Get(Pattern, call =>
        {
            var rows = call.State.Read(tables => (Read(tables, call.Id) ?? Nothing(call))
                .Select(id => Find(tables, id))
                .OfType<object>()
                .ToArray());
            return call.Listed(rows, row => row);
        });
        routes.Post(Pattern, call =>
        {
            var ids = Ids(call, least: 1);
            call.State.Write(tables =>
            {
                var related = Require(tables, call, ids);
                Write(tables, call.Id, [.. related.Union(ids)]);
            });
            return Answer.CreatedText;
        });
        routes.Put(Pattern, call =>
        {
            var ids = Ids(call, least: 0);
            call.State.Write(tables =>
            {
                Require(tables, call, ids);
                Write(tables, call.Id, ids.Distinct().Count() == ids.Length ? [.. ids] : throw Refusals.Duplicate());
            });
            return Answer.NoContent;
        });
        routes.Delete(Pattern + "/{" + Parameter + "}", call =>
        {
            call.State.Write(tables =>
            {
                var related = Read(tables, call.Id) ?? [];
                var id = call.Route(Parameter);
                Write(tables, call.Id, related.Contains(id) ? related.Remove(id) : throw Refusals.NotFound());
            });
            return Answer.NoContent;
        });
    }

    private string[] Ids(Call call, int least)
    {
        var guard = call.Guard();
        var ids = guard.Ids(Key, least);
        guard.Done();
        return ids;
    }

    private ImmutableArray<string> Require(LogtoTables tables, Call call, string[] ids)
    {
        var related = Read(tables, call.Id);
        return ids.All(id => Find(tables, id) is not null) && (related is not null || ids.Length == 0)
            ? related ?? []
            : throw Refusals.ForeignKey([call.Id, .. ids]);
    }

    private ImmutableArray<string> Nothing(Call call) =>
        UnknownOwner is null ? [] : throw UnknownOwner(call.Id);
}
