namespace OrgPortal.Tests.Hosting;

/// <summary>Tests that listen to the console run alone.</summary>
[CollectionDefinition(nameof(ConsoleCollection), DisableParallelization = true)]
#pragma warning disable CA1711 // It is what xunit calls it.
public sealed class ConsoleCollection;
