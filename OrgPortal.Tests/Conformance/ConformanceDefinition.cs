namespace OrgPortal.Tests.Conformance;

/// <summary>The contracts share their Logtos and run one after another, as a real one would not stand a crowd.</summary>
[CollectionDefinition(Name)]
public sealed class ConformanceDefinition : ICollectionFixture<ContractHosts>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "Conformance";
}
