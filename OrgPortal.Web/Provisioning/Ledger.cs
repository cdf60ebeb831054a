using System.Text.Json.Nodes;
using OrgPortal.Web.Logto.Models;

namespace OrgPortal.Web.Provisioning;

/// <summary>
/// Which objects were made from the file, by kind and name: kept in the tenant itself, in the custom data of the file's first application, so
/// that every machine knows. Only what stands here is ever deleted. A name is put in before its object is made and taken out when it is gone.
/// </summary>
internal sealed class Ledger
{
    private const string Key = "orgportal.provision";
    private readonly string? _owner;

    private Ledger(string? owner, HashSet<string> names) => (_owner, Names) = (owner, names);

    /// <summary>As <c>role admin</c>.</summary>
    public HashSet<string> Names { get; }

    /// <summary>Reads it; a file without an owner has an empty one, which is written nowhere: two such files would take each other's objects for their own.</summary>
    public static Ledger Read(string? owner, IEnumerable<Application> applications) => new(owner, owner is null ? [] : [.. applications.SelectMany(application => Of(application, owner))]);

    public static string NameOf(string kind, string name) => $"{kind} {name}";

    /// <summary>Whether nothing needs to be written into this application.</summary>
    public bool IsIn(Application application) => _owner is null || Names.SetEquals(Of(application, _owner));

    /// <summary>The custom data with this in it, and everything else as it was; nothing where there is nothing to be remembered.</summary>
    public JsonObject? PutInto(JsonObject? custom)
    {
        if (_owner is null)
        {
            return null;
        }

        var data = custom?.DeepClone().AsObject() ?? [];
        var ledgers = data[Key]?.DeepClone() as JsonObject ?? [];
        ledgers[_owner] = new JsonArray([.. Names.Order(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]);
        data[Key] = ledgers;
        return data;
    }

    private static IEnumerable<string> Of(Application application, string owner) => application.CustomData?[Key] is JsonObject ledgers && ledgers[owner] is JsonArray names
        ? names.OfType<JsonValue>().Where(name => name.TryGetValue<string>(out _)).Select(name => name.GetValue<string>())
        : [];
}
