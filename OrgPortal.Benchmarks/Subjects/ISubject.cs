namespace OrgPortal.Benchmarks.Subjects;

/// <summary>Something that runs in a process of its own to be measured.</summary>
internal interface ISubject : IAsyncDisposable
{
    /// <summary>Where it listens, and what else whoever measures it must know, separated by spaces.</summary>
    string Introduction { get; }

    /// <summary>Does what it is told.</summary>
    /// <returns>One line.</returns>
    Task<string> AnswerAsync(string[] words);
}
