namespace OrgPortal.Benchmarks.Figures;

/// <summary>Something that is measured with one command.</summary>
/// <param name="Name">The command's argument.</param>
/// <param name="About">One line.</param>
/// <param name="RunAsync">Measures it: starts what it needs, prints what it finds.</param>
internal sealed record Figure(string Name, string About, Func<FigureRun, Task> RunAsync);
