using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Audit;

/// <summary>
/// The hashes of the trail: SHA-256, or HMAC-SHA-256 where a key is configured, over a text that is the same on every database.
/// It is described in <c>docs/audit.md</c>; whoever changes it makes a new version of it.
/// </summary>
internal sealed class AuditHashes
{
    private const string RecordVersion = "orgportal-audit-record-1";
    private const string ChainVersion = "orgportal-audit-chain-1";
    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    public AuditHashes(IOptions<AuditOptions> options)
    {
        var current = options.Value.Key is { Length: > 0 } key ? Encoding.UTF8.GetBytes(key) : null;
        KeyId = current is null ? null : NameOf(current);
        foreach (var known in options.Value.PreviousKeys.Where(one => one.Length > 0).Select(Encoding.UTF8.GetBytes).Concat(current is null ? [] : [current]))
        {
            _keys[NameOf(known)] = known;
        }
    }

    /// <summary>The public name of the key in use; <see langword="null"/> without one.</summary>
    public string? KeyId { get; }

    /// <summary>Whether hashes with this key can be made here.</summary>
    public bool Knows(string? keyId) => keyId is null || _keys.ContainsKey(keyId);

    /// <summary>The hash of a record, hexadecimal; <see langword="null"/> when its key is not known here.</summary>
    public string? Of(AuditRecord record)
    {
        ReadOnlySpan<(string Name, string? Value)> fields =
        [
            ("sequence", Text(record.Sequence)),
            ("intent", record.IntentSequence is { } intent ? Text(intent) : null),
            ("at", Text(record.At.ToUnixTimeMilliseconds())),
            ("action", record.Action),
            ("organization", record.OrganizationId),
            ("actor", record.ActorId),
            ("actor_name", record.ActorName),
            ("target_kind", record.TargetKind),
            ("target", record.TargetId),
            ("target_name", record.TargetName),
            ("before", record.Before),
            ("after", record.After),
            ("outcome", record.Outcome),
            ("reason", record.Reason),
            ("ip", record.IpAddress),
            ("correlation", record.CorrelationId),
            ("key", record.KeyId),
            ("previous", record.PreviousHash),
        ];
        // Only where there is one: the hash of every other record is the one it had before there were visits.
        return record.VisitId is { } visit ? Hash(record.KeyId, RecordVersion, [.. fields, ("visit", visit.ToString("D", CultureInfo.InvariantCulture))]) : Hash(record.KeyId, RecordVersion, fields);
    }

    /// <summary>The seal over beginning and end; <see langword="null"/> when its key is not known here.</summary>
    public string? Of(AuditChain chain) => Hash(
        chain.KeyId,
        ChainVersion,
        ("anchor", Text(chain.AnchorSequence)),
        ("anchor_hash", chain.AnchorHash),
        ("head", Text(chain.HeadSequence)),
        ("head_hash", chain.HeadHash),
        ("key", chain.KeyId));

    /// <summary>Whether the seal is the one that belongs to beginning and end; a chain without a record needs none.</summary>
    public bool IsSealed(AuditChain chain) => chain is { HeadSequence: 0, AnchorSequence: 0, Seal: "", HeadHash: AuditChain.Genesis } || (Of(chain) is { } seal && Same(seal, chain.Seal));

    /// <summary>Whether two hashes are the same.</summary>
    public static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));

    private string? Hash(string? keyId, string version, params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        // Each value stands behind its length, so that no two records make the same text.
        var text = new StringBuilder(version).Append('\n');
        foreach (var (name, value) in fields)
        {
            text.Append(name).Append('=');
            if (value is null)
            {
                text.Append('-');
            }
            else
            {
                text.Append(Encoding.UTF8.GetByteCount(value)).Append(':').Append(value);
            }

            text.Append('\n');
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (keyId is null)
        {
            return Convert.ToHexStringLower(SHA256.HashData(bytes));
        }

        return _keys.TryGetValue(keyId, out var key) ? Convert.ToHexStringLower(HMACSHA256.HashData(key, bytes)) : null;
    }

    private static string NameOf(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, "orgportal-audit-key-name"u8))[..16];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
