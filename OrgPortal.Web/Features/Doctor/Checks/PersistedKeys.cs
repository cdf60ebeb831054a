using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Store;

namespace OrgPortal.Web.Features.Doctor.Checks;

/// <summary>The keys that protect cookies and sessions are kept where they outlive the portal: otherwise everybody is signed out by a restart.</summary>
internal sealed class PersistedKeys(IDbContextFactory<PortalDbContext> factory, PortalDataFolder folder, IOptions<StoreOptions> options, IConfiguration configuration) : ITenantCheck
{
    private bool AreInStore => options.Value.Kind == StoreProvider.PostgreSql;

    public string Id => CheckIds.Keys;

    public IReadOnlyList<string> Needs => AreInStore ? [CheckIds.Store] : [];

    public Task<CheckOutcome> RunAsync(Examination examination, CancellationToken cancellationToken) =>
        AreInStore ? LookInStoreAsync(cancellationToken) : Task.FromResult(LookInFolder());

    private async Task<CheckOutcome> LookInStoreAsync(CancellationToken cancellationToken)
    {
        await using var store = (PostgreSqlPortalDbContext)await factory.CreateDbContextAsync(cancellationToken);
        try
        {
            return await store.DataProtectionKeys.CountAsync(cancellationToken) is > 0 and var count ? CheckOutcome.Pass("stored", count) : CheckOutcome.Warn("none");
        }
        catch (DbException)
        {
            // The table is made with the others.
            return CheckOutcome.Warn("none");
        }
    }

    private CheckOutcome LookInFolder()
    {
        var keys = Path.Combine(folder.FullName, "keys");
        try
        {
            var count = Directory.Exists(keys) ? Directory.EnumerateFiles(keys, "key-*.xml").Count() : 0;
            return count == 0 ? CheckOutcome.Warn("none") : IsInsideContainer() ? CheckOutcome.Warn("container", folder.FullName) : CheckOutcome.Pass("kept", count, keys);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return CheckOutcome.Fail("unreadable", keys);
        }
    }

    /// <summary>In a container, what is on no volume goes with it.</summary>
    private bool IsInsideContainer() =>
        configuration.GetValue("DOTNET_RUNNING_IN_CONTAINER", false)
        && DriveInfo.GetDrives().Select(drive => drive.Name.TrimEnd('/')).Where(mount => (folder.FullName + "/").StartsWith(mount + "/", StringComparison.Ordinal)).All(mount => mount.Length == 0);
}
