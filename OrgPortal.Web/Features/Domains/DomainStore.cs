using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Domains;

/// <summary>The domains in the store. That a verified one has one owner is a rule of the database: of two who verify at the same moment one is refused.</summary>
internal sealed partial class DomainStore(IDbContextFactory<PortalDbContext> store, ILogger<DomainStore> logger)
{
    /// <summary>An organization's domains, by name.</summary>
    public Task<Result<IReadOnlyList<OrganizationDomain>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default) => TryAsync<IReadOnlyList<OrganizationDomain>>(async context =>
        await context.OrganizationDomains.AsNoTracking().Where(d => d.OrganizationId == organization.Value).OrderBy(d => d.Name).ToListAsync(cancellationToken));

    /// <summary>One of an organization's domains, or <see cref="NotFound"/>.</summary>
    public async Task<Result<OrganizationDomain>> FindAsync(OrganizationId organization, DomainName domain)
    {
        var found = await TryAsync(context => context.OrganizationDomains.AsNoTracking().SingleOrDefaultAsync(d => d.OrganizationId == organization.Value && d.Name == domain.Value));
        return found.IsFailure ? found.Failure : found.Value is { } row ? row : new NotFound();
    }

    /// <summary>Whoever has the domain verified, or had it when somebody last looked; nobody when nobody has.</summary>
    public Task<Result<OrganizationDomain?>> FindOwnerAsync(DomainName domain, CancellationToken cancellationToken = default) =>
        TryAsync(context => context.OrganizationDomains.AsNoTracking().SingleOrDefaultAsync(d => d.Name == domain.Value && d.VerifiedAt != null, cancellationToken));

    /// <summary>Those that it is time to look at, the longest due first.</summary>
    public Task<Result<IReadOnlyList<OrganizationDomain>>> ListDueAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => TryAsync<IReadOnlyList<OrganizationDomain>>(async context =>
        await context.OrganizationDomains.AsNoTracking().Where(d => d.NextCheckAt != null && d.NextCheckAt <= now).OrderBy(d => d.NextCheckAt).Take(most).ToListAsync(cancellationToken));

    /// <summary>A new one.</summary>
    /// <returns><see cref="Refused"/> with <see cref="RefusalReasons.DomainListed"/> when the organization has it already.</returns>
    public async Task<Result> AddAsync(OrganizationDomain row)
    {
        var added = await TryAsync(async context =>
        {
            if (await context.OrganizationDomains.AnyAsync(d => d.OrganizationId == row.OrganizationId && d.Name == row.Name))
            {
                return false;
            }

            context.Add(row);
            await context.SaveChangesAsync();
            return true;
        });
        return added.IsFailure ? added.Failure : added.Value ? Result.Done : new Refused(RefusalReasons.DomainListed);
    }

    /// <summary>Writes down what changed.</summary>
    /// <returns><see cref="Refused"/> with <see cref="RefusalReasons.DomainTaken"/> when another organization has the domain verified; <see cref="NotFound"/> when the row is gone.</returns>
    public async Task<Result> SaveAsync(OrganizationDomain row)
    {
        try
        {
            await using var context = await store.CreateDbContextAsync();
            context.Update(row);
            await context.SaveChangesAsync();
            return Result.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new NotFound();
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            if (row.VerifiedAt is not null && await IsTakenAsync(row))
            {
                return new Refused(RefusalReasons.DomainTaken);
            }

            StoreFailed(exception);
            return new Unavailable();
        }
    }

    /// <summary>Takes one away.</summary>
    public async Task<Result> RemoveAsync(OrganizationId organization, DomainName domain)
    {
        var removed = await TryAsync(context => context.OrganizationDomains.Where(d => d.OrganizationId == organization.Value && d.Name == domain.Value).ExecuteDeleteAsync());
        return removed.IsFailure ? removed.Failure : Result.Done;
    }

    /// <summary>Takes all of an organization away: it is gone.</summary>
    public Task RemoveAllAsync(OrganizationId organization) =>
        TryAsync(context => context.OrganizationDomains.Where(d => d.OrganizationId == organization.Value).ExecuteDeleteAsync());

    private async Task<bool> IsTakenAsync(OrganizationDomain row)
    {
        var other = await TryAsync(context => context.OrganizationDomains.AnyAsync(d => d.Name == row.Name && d.VerifiedAt != null && d.OrganizationId != row.OrganizationId));
        return other is { IsFailure: false, Value: true };
    }

    private Task<Result<T>> TryAsync<T>(Func<PortalDbContext, Task<T>> act) => store.TryAsync(act, StoreFailed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer about domains.")]
    private partial void StoreFailed(Exception exception);
}
