using System.Reflection;
using OrgPortal.Web.Store;
using Xunit.Sdk;

namespace OrgPortal.Tests.Support;

/// <summary>The theory holds with the store in SQLite; gives it the provider.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[StoreProvider.Sqlite]];
}
