using OrgPortal.Benchmarks.Load;
using OrgPortal.Benchmarks.Subjects;

namespace OrgPortal.Benchmarks.Measuring;

/// <summary>One of two things that are compared.</summary>
/// <param name="Name">What it is called in what is printed.</param>
/// <param name="Process">Whose processor time is its cost; <see langword="null"/> when that says nothing.</param>
/// <param name="RunAsync">Loads it for so long with so many connections.</param>
internal sealed record Candidate(string Name, Subject? Process, Func<int, TimeSpan, Task<LoadResult>> RunAsync)
{
    /// <summary>Loads it, with what an answer cost it. Microseconds of processor time.</summary>
    public async Task<(LoadResult Result, double? Microseconds)> CostAsync(int connections, TimeSpan window)
    {
        var before = Process?.Processor;
        var result = await RunAsync(connections, window);
        var used = Process?.Processor - before;
        return (result, used?.TotalMicroseconds / Math.Max(1, result.Count));
    }
}
