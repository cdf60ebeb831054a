using System.Text.Encodings.Web;
using System.Text.Json;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Audit;

/// <summary>What a record says, before it has a place in the chain.</summary>
internal sealed record AuditContent
{
    // Read by people in the store and in exports: letters stay letters. It is never put into HTML as it is.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Trail = "audit";

    public long? IntentSequence { get; init; }

    public required string Action { get; init; }

    public string? OrganizationId { get; init; }

    public string? ActorId { get; init; }

    public string? ActorName { get; init; }

    public required string TargetKind { get; init; }

    public string? TargetId { get; init; }

    public string? TargetName { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public required string Outcome { get; init; }

    public string? Reason { get; init; }

    public string? IpAddress { get; init; }

    public string? CorrelationId { get; init; }

    public Guid? VisitId { get; init; }

    /// <summary>Something that the portal did to the trail by itself.</summary>
    public static AuditContent OfTheTrail(string action, object after) =>
        new() { Action = action, TargetKind = Trail, After = ToJson(after), Outcome = AuditOutcomes.Done };

    /// <summary>A state as it goes on record.</summary>
    public static string? ToJson(object? state) => state is null ? null : JsonSerializer.Serialize(state, Readable);

    /// <summary>The record at a place in the chain.</summary>
    public AuditRecord ToRecord(long sequence, DateTimeOffset at, string? keyId, string previousHash, string hash) => new()
    {
        Sequence = sequence,
        IntentSequence = IntentSequence,
        At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
        Action = Action,
        OrganizationId = Storable(OrganizationId),
        ActorId = Storable(ActorId),
        ActorName = Storable(ActorName),
        TargetKind = TargetKind,
        TargetId = Storable(TargetId),
        TargetName = Storable(TargetName),
        Before = Storable(Before),
        After = Storable(After),
        Outcome = Outcome,
        Reason = Storable(Reason),
        IpAddress = Storable(IpAddress),
        CorrelationId = CorrelationId,
        VisitId = VisitId,
        KeyId = keyId,
        PreviousHash = previousHash,
        Hash = hash,
    };

    // What a database would refuse or change (a zero character, half a surrogate pair) would break the chain when it is read again.
    private static string? Storable(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var sound = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
        return sound.Replace('\0', '\uFFFD');
    }
}
