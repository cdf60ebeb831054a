using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Audit;

/// <summary>
/// Appends to the trail, one record after another, whoever writes: the row of the chain is changed first in every transaction, which
/// makes the writers of all nodes wait for each other, on SQLite and on PostgreSQL alike. Writers of one node wait here already, and
/// those who gather meanwhile write together: what somebody waits for is durable when they go on, as if they had written alone.
/// </summary>
internal sealed partial class AuditChainWriter
{
    private readonly GatheredWrites<AuditContent, long> _appended;
    private readonly AuditHashes _hashes;
    private readonly TimeProvider _time;
    private readonly ILogger<AuditChainWriter> _logger;

    public AuditChainWriter(IDbContextFactory<PortalDbContext> store, AuditHashes hashes, TimeProvider time, ILogger<AuditChainWriter> logger)
    {
        (_hashes, _time, _logger) = (hashes, time, logger);
        _appended = new GatheredWrites<AuditContent, long>(store, AppendAsync);
    }

    /// <summary>Appends one record.</summary>
    /// <returns>Its place in the chain.</returns>
    /// <exception cref="System.Data.Common.DbException">The store does not take it.</exception>
    /// <exception cref="InvalidOperationException">The store has no chain.</exception>
    public Task<long> AppendAsync(AuditContent content) => _appended.WriteAsync(content);

    /// <summary>Does something while nobody else writes; what it changes of the chain is sealed.</summary>
    public Task<T> InTurnAsync<T>(Func<PortalDbContext, AuditChain, Task<T>> act) => _appended.AloneAsync(async context => await act(context, await HoldAsync(context)));

    /// <summary>Adds a record behind the last one and seals the new end. To be saved by the caller.</summary>
    /// <param name="context">The store.</param>
    /// <param name="chain">The row held.</param>
    /// <param name="content">What it says.</param>
    /// <param name="at">When, if that was not now.</param>
    public void Append(PortalDbContext context, AuditChain chain, AuditContent content, DateTimeOffset? at = null)
    {
        var unsealed = content.ToRecord(chain.HeadSequence + 1, at ?? _time.GetUtcNow(), _hashes.KeyId, chain.HeadHash, string.Empty);
        var hash = _hashes.Of(unsealed)!;
        context.Add(content.ToRecord(unsealed.Sequence, unsealed.At, unsealed.KeyId, unsealed.PreviousHash, hash));
        (chain.HeadSequence, chain.HeadHash) = (unsealed.Sequence, hash);
        Seal(chain);
    }

    /// <summary>Whether beginning and end are as the portal left them.</summary>
    public bool IsSealed(AuditChain chain) => _hashes.IsSealed(chain);

    /// <summary>Seals beginning and end as they are now.</summary>
    public void Seal(AuditChain chain)
    {
        chain.KeyId = _hashes.KeyId;
        chain.Seal = _hashes.Of(chain)!;
    }

    private static async Task<AuditChain> HoldAsync(PortalDbContext context)
    {
        await context.AuditChains.Where(c => c.Id == AuditChain.OnlyId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Turn, c => c.Turn + 1));
        return await context.AuditChains.SingleAsync(c => c.Id == AuditChain.OnlyId);
    }

    private async Task<IReadOnlyList<long>> AppendAsync(PortalDbContext context, IReadOnlyList<AuditContent> contents)
    {
        var chain = await HoldAsync(context);
        // A seal that is wrong was made by nobody who may: that is on record from here on, whatever is done to the row afterwards.
        if (!_hashes.IsSealed(chain))
        {
            SealIsBroken();
            Append(context, chain, AuditContent.OfTheTrail(AuditActions.SealBroken, new { head = chain.HeadSequence, hash = chain.HeadHash }));
        }
        else if (chain.HeadSequence > 0 && chain.KeyId != _hashes.KeyId)
        {
            Append(context, chain, AuditContent.OfTheTrail(AuditActions.ChangeAuditKey, new { before = chain.KeyId, after = _hashes.KeyId }));
        }

        var places = new List<long>();
        foreach (var content in contents)
        {
            Append(context, chain, content);
            places.Add(chain.HeadSequence);
        }

        await context.SaveChangesAsync();
        return places;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit trail was changed by somebody else than the portal: run 'audit verify'.")]
    private partial void SealIsBroken();
}
