using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Integration;

public sealed class StartTests
{
    [Fact]
    public async Task Nothing_but_what_people_wait_for_asks_the_store_at_the_start()
    {
        // The first start makes the store.
        await using var before = await PortalFactory.StartAsync();
        var asked = new Statements();
        await using var portal = await PortalFactory.StartAsync(new PortalFactoryOptions
        {
            Beside = before,
            Time = new FakeTimeProvider(DateTimeOffset.UtcNow),
            Services = services => services.ConfigureDbContext<SqlitePortalDbContext>(store => store.AddInterceptors(asked)),
        });

        await portal.SignInAsync("alice");

        Assert.NotEmpty(asked.All);
        Assert.All(asked.All, statement => Assert.Contains("\"Sessions\"", statement, StringComparison.Ordinal));
    }

    private sealed class Statements : DbCommandInterceptor
    {
        public ConcurrentQueue<string> All { get; } = new();

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            All.Enqueue(command.CommandText);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            All.Enqueue(command.CommandText);
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
