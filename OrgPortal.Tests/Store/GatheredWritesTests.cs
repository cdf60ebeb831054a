using Microsoft.EntityFrameworkCore;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Store;

/// <summary>Writes that gather while another one is written: fewer transactions, and the same answers.</summary>
public sealed class GatheredWritesTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_gathers_is_written_together_and_each_is_answered_in_its_place(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        var (first, sizes) = (new TaskCompletionSource(), new List<int>());
        using var writes = new GatheredWrites<int, int>(store, async (_, items) =>
        {
            sizes.Add(items.Count);
            await first.Task;
            return [.. items.Select(item => item * 10)];
        });

        var written = Enumerable.Range(1, 20).Select(writes.WriteAsync).ToArray();
        first.SetResult();

        Assert.Equal(Enumerable.Range(1, 20).Select(item => item * 10), await Task.WhenAll(written));
        Assert.Equal([1, 19], sizes);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task One_that_is_not_taken_harms_no_other(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        var first = new TaskCompletionSource();
        using var writes = new GatheredWrites<string, bool>(store, async (context, names) =>
        {
            await first.Task;
            foreach (var name in names)
            {
                context.Add(new OrganizationLock { OrganizationId = name, Holder = Guid.NewGuid(), ExpiresAtMilliseconds = 1 });
            }

            await context.SaveChangesAsync();
            return [.. names.Select(_ => true)];
        });

        var written = new[] { "one", "two", "one", "six" }.Select(writes.WriteAsync).ToArray();
        first.SetResult();

        await Assert.ThrowsAsync<DbUpdateException>(() => written[2]);
        Assert.All(written.Where((_, index) => index != 2), one => Assert.True(one.GetAwaiter().GetResult()));
        await using var context = store.CreateDbContext();
        Assert.Equal(["one", "six", "two"], await context.OrganizationLocks.Select(held => held.OrganizationId).Order().ToListAsync());
    }

    [Fact]
    public async Task Whoever_waits_is_answered_when_something_else_breaks()
    {
        using var store = TestStore.Open(StoreProvider.Sqlite);
        var first = new TaskCompletionSource();
        using var writes = new GatheredWrites<int, int>(store, async (_, _) =>
        {
            await first.Task;
            throw new NotSupportedException();
        });

        var (one, other) = (writes.WriteAsync(1), writes.WriteAsync(2));
        first.SetResult();

        await Assert.ThrowsAsync<NotSupportedException>(() => one);
        await Assert.ThrowsAnyAsync<Exception>(() => other);
    }
}
