using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Audit;

/// <summary>
/// Appends to the trail, one record after another, whoever writes: the row of the chain is changed first in every transaction, which
/// makes the writers of all nodes wait for each other, on SQLite and on PostgreSQL alike. Writers of one node wait here already.
/// </summary>
internal sealed partial class AuditChainWriter(IDbContextFactory<PortalDbContext> store, AuditHashes hashes, TimeProvider time, ILogger<AuditChainWriter> logger) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Appends one record.</summary>
    /// <returns>Its place in the chain.</returns>
    /// <exception cref="System.Data.Common.DbException">The store does not take it.</exception>
    /// <exception cref="InvalidOperationException">The store has no chain.</exception>
    public async Task<long> AppendAsync(AuditContent content) => await InTurnAsync(async (context, chain) =>
    {
        // A seal that is wrong was made by nobody who may: that is on record from here on, whatever is done to the row afterwards.
        if (!hashes.IsSealed(chain))
        {
            SealIsBroken();
            Append(context, chain, AuditContent.OfTheTrail(AuditActions.SealBroken, new { head = chain.HeadSequence, hash = chain.HeadHash }));
        }
        else if (chain.HeadSequence > 0 && chain.KeyId != hashes.KeyId)
        {
            Append(context, chain, AuditContent.OfTheTrail(AuditActions.ChangeAuditKey, new { before = chain.KeyId, after = hashes.KeyId }));
        }

        Append(context, chain, content);
        await context.SaveChangesAsync();
        return chain.HeadSequence;
    });

    /// <summary>Does something while nobody else writes; what it changes of the chain is sealed.</summary>
    public async Task<T> InTurnAsync<T>(Func<PortalDbContext, AuditChain, Task<T>> act)
    {
        await _turn.WaitAsync();
        try
        {
            await using var context = await store.CreateDbContextAsync();
            await using var transaction = await context.Database.BeginTransactionAsync();
            await context.AuditChains.Where(c => c.Id == AuditChain.OnlyId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Turn, c => c.Turn + 1));
            var chain = await context.AuditChains.SingleAsync(c => c.Id == AuditChain.OnlyId);
            var result = await act(context, chain);
            await transaction.CommitAsync();
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Adds a record behind the last one and seals the new end. To be saved by the caller.</summary>
    /// <param name="context">The store.</param>
    /// <param name="chain">The row held.</param>
    /// <param name="content">What it says.</param>
    /// <param name="at">When, if that was not now.</param>
    public void Append(PortalDbContext context, AuditChain chain, AuditContent content, DateTimeOffset? at = null)
    {
        var unsealed = content.ToRecord(chain.HeadSequence + 1, at ?? time.GetUtcNow(), hashes.KeyId, chain.HeadHash, string.Empty);
        var hash = hashes.Of(unsealed)!;
        context.Add(content.ToRecord(unsealed.Sequence, unsealed.At, unsealed.KeyId, unsealed.PreviousHash, hash));
        (chain.HeadSequence, chain.HeadHash) = (unsealed.Sequence, hash);
        Seal(chain);
    }

    /// <summary>Whether beginning and end are as the portal left them.</summary>
    public bool IsSealed(AuditChain chain) => hashes.IsSealed(chain);

    /// <summary>Seals beginning and end as they are now.</summary>
    public void Seal(AuditChain chain)
    {
        chain.KeyId = hashes.KeyId;
        chain.Seal = hashes.Of(chain)!;
    }

    public void Dispose() => _turn.Dispose();

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit trail was changed by somebody else than the portal: run 'audit verify'.")]
    private partial void SealIsBroken();
}
