using System.Reflection;
using OrgPortal.Web.Store;
using Xunit.Sdk;

namespace OrgPortal.Tests.Support;

/// <summary>
/// The theory holds with the store in PostgreSQL; gives it the provider. Skipped with a reason where there is no PostgreSQL, except in
/// continuous integration, where it fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgreSqlAttribute : DataAttribute
{
    public OnPostgreSqlAttribute() => Skip = PostgresServer.Missing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StoreProvider.PostgreSql]];
}
