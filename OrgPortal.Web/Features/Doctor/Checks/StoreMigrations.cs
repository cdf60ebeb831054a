using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>The store is there, and as this version of the portal wants it.</summary>
internal sealed class StoreMigrations(IDbContextFactory<PortalDbContext> factory, IOptions<StoreOptions> options) : ITenantCheck
{
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
                // An empty database, and one that is not there, are the same for the portal: it makes what it needs.
                _ when applied.Count == 0 => CheckOutcome.Warn("absent"),
                (_, > 0 and var newer) => CheckOutcome.Fail("newer", newer),
                (> 0 and var pending, _) => CheckOutcome.Warn("pending", pending),
                _ => CheckOutcome.Pass("current", options.Value.Kind.ToString(), applied.Count),
            };
        }
        catch (DbException exception)
        {
            return CheckOutcome.Fail("closed", exception.Message.TrimEnd('.'));
        }
    }
}
