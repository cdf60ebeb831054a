using System.Reflection;
using Xunit.Sdk;

namespace OrgPortal.Tests.Conformance;

/// <summary>Runs a theory on the emulator and, where one is configured, on a real Logto.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ContractAttribute : DataAttribute
{
    /// <inheritdoc />
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => LogtoUnderTest.IsConfigured
        ? [[LogtoUnderTest.Emulator], [LogtoUnderTest.Real]]
        : [[LogtoUnderTest.Emulator]];
}
