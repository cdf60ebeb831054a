using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Audit;

/// <summary>Proves the chain: reads all of it, once, in order, and changes nothing.</summary>
internal sealed class AuditVerification(AuditHashes hashes)
{
    private const int Batch = 1000;

    /// <summary>Compares every record with its hash, with the one before it, and both ends with the chain's row.</summary>
    /// <param name="store">The store; may be open for reading alone.</param>
    /// <param name="expected">A record's place and hash that were noted earlier, elsewhere.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<AuditReport> RunAsync(PortalDbContext store, (long Sequence, string Hash)? expected, CancellationToken cancellationToken)
    {
        await using var snapshot = await store.BeginSnapshotAsync(cancellationToken);
        var chain = await store.AuditChains.AsNoTracking().SingleOrDefaultAsync(c => c.Id == AuditChain.OnlyId, cancellationToken);
        var walk = new Walk(hashes, chain ?? new AuditChain());
        if (chain is null)
        {
            walk.Find(0, "seal", "the row that says where the chain begins and ends is missing");
        }

        if (expected is { } noted)
        {
            walk.Expect(noted.Sequence, noted.Hash);
        }

        for (var after = long.MinValue; ;)
        {
            var records = await store.AuditRecords.AsNoTracking().Where(r => r.Sequence > after).OrderBy(r => r.Sequence).Take(Batch).ToListAsync(cancellationToken);
            if (records.Count == 0)
            {
                return walk.End();
            }

            records.ForEach(walk.Step);
            after = records[^1].Sequence;
        }
    }

    /// <summary>One way through the chain. After a finding it goes on from the record as it stands, so that one change is one finding.</summary>
    private sealed class Walk(AuditHashes hashes, AuditChain chain)
    {
        private const int MostFindings = 100;
        private readonly List<AuditFinding> _findings = [];
        private (long Sequence, string Hash)? _expected;
        private long _count;
        private long _records;
        private long _first;
        private long _last = chain.AnchorSequence;
        private string _lastHash = chain.AnchorHash;
        private long? _keyedFrom;

        public void Expect(long sequence, string hash) => _expected = (sequence, hash);

        public void Find(long sequence, string kind, string words)
        {
            _count++;
            if (_findings.Count < MostFindings)
            {
                _findings.Add(new AuditFinding(sequence, kind, words));
            }
        }

        public void Step(AuditRecord record)
        {
            _first = _records++ == 0 ? record.Sequence : _first;
            if (record.Sequence <= chain.AnchorSequence)
            {
                Find(record.Sequence, "inserted", "stands before the beginning of the chain");
                return;
            }

            if (record.Sequence > chain.HeadSequence)
            {
                Find(record.Sequence, "inserted", "stands behind the end of the chain");
                return;
            }

            if (record.Sequence != _last + 1)
            {
                Find(_last + 1, "removed", record.Sequence == _last + 2 ? "is missing" : $"and all up to {record.Sequence - 1} are missing");
            }
            else if (!AuditHashes.Same(record.PreviousHash, _lastHash))
            {
                Find(record.Sequence, "link", "does not follow the record before it, which was put in its place");
            }

            CheckContent(record);
            CheckKey(record);
            (_last, _lastHash) = (record.Sequence, record.Hash);
        }

        public AuditReport End()
        {
            if (_last < chain.HeadSequence)
            {
                Find(_last + 1, "removed", _last + 1 == chain.HeadSequence ? "is missing at the end" : $"and all up to {chain.HeadSequence} are missing at the end");
            }
            else if (!AuditHashes.Same(_lastHash, chain.HeadHash))
            {
                Find(_last, "link", "is not the one that the chain ends with");
            }

            if (!hashes.Knows(chain.KeyId))
            {
                Find(chain.HeadSequence, "key", $"the seal over beginning and end is made with the key {chain.KeyId}, which is not configured here");
            }
            else if (!hashes.IsSealed(chain))
            {
                Find(chain.HeadSequence, "seal", "the seal over beginning and end is not the portal's");
            }
            else if (hashes.KeyId is not null && chain.KeyId is null && chain.HeadSequence > 0)
            {
                Find(chain.HeadSequence, "key", "the seal is made without a key, but one is configured: expected only until the first record after it was set");
            }

            if (_expected is { } missing && missing.Sequence > chain.AnchorSequence)
            {
                Find(missing.Sequence, "unexpected", "was expected and is not there");
            }

            return new AuditReport(_count == 0, _records, _first, _records == 0 ? 0 : _last, chain.AnchorSequence, chain.HeadSequence, chain.HeadHash, _keyedFrom, _count, _findings);
        }

        private void CheckContent(AuditRecord record)
        {
            if (hashes.Of(record) is not { } hash)
            {
                Find(record.Sequence, "key", $"is made with the key {record.KeyId}, which is not configured here");
            }
            else if (!AuditHashes.Same(hash, record.Hash))
            {
                Find(record.Sequence, "changed", "was changed after it was written");
            }

            if (_expected is { } expected && expected.Sequence == record.Sequence)
            {
                _expected = null;
                if (!string.Equals(expected.Hash, record.Hash, StringComparison.OrdinalIgnoreCase))
                {
                    Find(record.Sequence, "unexpected", "is not the one that was expected");
                }
            }

            if (record.Action == AuditActions.SealBroken)
            {
                Find(record.Sequence, "seal", "says that the seal was not the portal's when it was written");
            }
        }

        private void CheckKey(AuditRecord record)
        {
            if (record.KeyId is null && _keyedFrom is not null && hashes.KeyId is not null && record.Action != AuditActions.SealBroken)
            {
                Find(record.Sequence, "key", "is made without a key, though the one before it was made with one");
            }

            _keyedFrom = record.KeyId is null ? null : _keyedFrom ?? record.Sequence;
        }
    }
}
