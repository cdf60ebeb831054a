namespace OrgPortal.Web.Store;

/// <summary>A kind of write of which several may stand in one transaction.</summary>
internal interface IGatheredKind
{
    /// <summary>Writes several of its own.</summary>
    /// <param name="context">The store, within a transaction.</param>
    /// <param name="together">What is written.</param>
    /// <returns>Answers those who wait for them, once the transaction is committed.</returns>
    Task<Action> WriteAsync(PortalDbContext context, IReadOnlyList<GatheredWrite> together);
}
