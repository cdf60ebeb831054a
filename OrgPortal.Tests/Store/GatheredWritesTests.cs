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
        var writes = new GatheredWrites<int, int>(store, async (_, items) =>
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
    public async Task What_gathers_of_another_kind_stands_in_the_same_transaction(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        var (first, transactions) = (new TaskCompletionSource(), new List<Guid>());
        var numbers = new GatheredWrites<int, int>(store, async (context, items) =>
        {
            transactions.Add(context.Database.CurrentTransaction!.TransactionId);
            await first.Task;
            return [.. items.Select(item => item * 10)];
        });
        var words = new GatheredWrites<string, string>(store, (context, items) =>
        {
            transactions.Add(context.Database.CurrentTransaction!.TransactionId);
            return Task.FromResult<IReadOnlyList<string>>([.. items.Select(item => item + item)]);
        });

        var (one, two, other) = (numbers.WriteAsync(1), numbers.WriteAsync(2), words.WriteAsync("a"));
        first.SetResult();

        Assert.Equal((10, 20, "aa"), (await one, await two, await other));
        Assert.Equal((3, 2), (transactions.Count, transactions.Distinct().Count()));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task One_that_is_not_taken_harms_none_of_another_kind(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        var first = new TaskCompletionSource();
        var good = new GatheredWrites<string, bool>(store, async (context, names) =>
        {
            await first.Task;
            context.AddRange(names.Select(name => new OrganizationLock { OrganizationId = name, Holder = Guid.NewGuid(), ExpiresAtMilliseconds = 1 }));
            await context.SaveChangesAsync();
            return [.. names.Select(_ => true)];
        });
        var bad = new GatheredWrites<int, int>(store, (_, _) => throw new InvalidOperationException("Not this."));

        var (one, two, refused) = (good.WriteAsync("one"), good.WriteAsync("two"), bad.WriteAsync(1));
        first.SetResult();

        Assert.True(await one && await two);
        Assert.Equal("Not this.", (await Assert.ThrowsAsync<InvalidOperationException>(() => refused)).Message);
        await using var context = store.CreateDbContext();
        Assert.Equal(["one", "two"], await context.OrganizationLocks.Select(held => held.OrganizationId).Order().ToListAsync());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task One_that_is_not_taken_harms_no_other(StoreProvider on)
    {
        using var store = TestStore.Open(on);
        var first = new TaskCompletionSource();
        var writes = new GatheredWrites<string, bool>(store, async (context, names) =>
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
        var writes = new GatheredWrites<int, int>(store, async (_, _) =>
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
