using System.Collections.Concurrent;

namespace OrgPortal.Web.Provisioning;

/// <summary>Keeps what Logto's room warns of, to be told when something fails: why there was no token, for example. It never tells secrets.</summary>
internal sealed class ToldWarnings : ILoggerProvider
{
    private const string Room = "OrgPortal.Web.Logto.";
    private readonly ConcurrentQueue<string> _words = new();

    /// <summary>Each once, in their order.</summary>
    public IEnumerable<string> Words => _words.Distinct();

    public ILogger CreateLogger(string categoryName) => new Logger(_words, categoryName.StartsWith(Room, StringComparison.Ordinal));

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<string> words, bool isOfTheRoom) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => isOfTheRoom && logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                words.Enqueue(formatter(state, null));
            }
        }
    }
}
