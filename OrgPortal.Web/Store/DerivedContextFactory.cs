using Microsoft.EntityFrameworkCore;

namespace OrgPortal.Web.Store;

/// <summary>Hands out the context of the configured database to those who do not care which it is.</summary>
internal sealed class DerivedContextFactory<TContext>(IDbContextFactory<TContext> factory) : IDbContextFactory<PortalDbContext>
    where TContext : PortalDbContext
{
    public PortalDbContext CreateDbContext() => factory.CreateDbContext();

    public async Task<PortalDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) => await factory.CreateDbContextAsync(cancellationToken);
}
