using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>The store is there, and as this version of the portal wants it.</summary>
internal sealed class StoreMigrations(IDbContextFactory<PortalDbContext> factory, IOptions<StoreOptions> options) : ITenantCheck
{
    private const int CannotOpen = 14;

    public string Id => CheckIds.Store;

    public async Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken)
    {
        await using var store = await factory.OpenForReadingAsync(cancellationToken);
        try
        {
            var known = store.Database.GetMigrations().ToList();
            var applied = (await store.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
            return (known.Except(applied).Count(), applied.Except(known).Count()) switch
            {
                (_, > 0 and var newer) => CheckOutcome.Fail("newer", newer),
                (> 0 and var pending, _) => CheckOutcome.Warn("pending", pending),
                _ => CheckOutcome.Pass("current", options.Value.Kind.ToString(), applied.Count),
            };
        }
        catch (Exception exception) when (exception is SqliteException { SqliteErrorCode: CannotOpen } or PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName })
        {
            return CheckOutcome.Warn("absent");
        }
        catch (DbException exception)
        {
            return CheckOutcome.Fail("closed", exception.Message.TrimEnd('.'));
        }
    }
}
