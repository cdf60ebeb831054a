using BenchmarkDotNet.Running;
using OrgPortal.Benchmarks.Figures;
using OrgPortal.Benchmarks.Subjects;

namespace OrgPortal.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project OrgPortal.Benchmarks -- FIGURE</c> measures one figure; without an argument the figures are listed;
/// <c>-- micro</c> leads to BenchmarkDotNet.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case [SubjectHost.Argument, var subject, .. var settings]:
                await SubjectHost.RunAsync(subject, settings);
                return 0;
            case ["micro", .. var further]:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(further);
                return 0;
            case [var name, .. var further] when FigureList.Find(name) is { } figure:
                return await FigureRun.RunAsync(figure, further);
            default:
                FigureList.Print();
                return args.Length == 0 ? 0 : 2;
        }
    }
}
