using Microsoft.Extensions.Options;
using OrgPortal.Web.Hosting;
using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Features.Doctor;

/// <summary>
/// Runs the checks: those that do not need each other at the same time, each as long as <see cref="LongestCheck"/> and all of them as long as
/// <see cref="LongestRun"/>. Whatever goes wrong is a line of the report, never an exception.
/// </summary>
internal sealed partial class Examiner(
    IEnumerable<ITenantCheck> checks, IServiceProvider services, IOptions<LogtoOptions> logto, PortalAddress portal, TimeProvider time, ILogger<Examiner> logger)
{
    /// <summary>A check that takes longer is a failure.</summary>
    public static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(10);

    /// <summary>The longest chain of checks that need each other has four.</summary>
    public static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(40);

    /// <summary>The names of all checks, in order.</summary>
    public IReadOnlyList<string> Ids { get; } = [.. checks.Select(check => check.Id)];

    /// <summary>Runs all of them. Nothing is changed anywhere.</summary>
    /// <param name="progress">Told of each line as soon as it is known, on any thread.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="OperationCanceledException">The caller ended it.</exception>
    public async Task<DoctorReport> RunAsync(IProgress<CheckResult>? progress = null, CancellationToken cancellationToken = default)
    {
        var (startedAt, start) = (time.GetUtcNow(), time.GetTimestamp());
        using var limit = new CancellationTokenSource(LongestRun, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var examination = ActivatorUtilities.CreateInstance<Examination>(services, ending.Token);
        var running = new Dictionary<string, Task<CheckResult>>();
        foreach (var check in checks)
        {
            Task<CheckResult>[] needed = [.. check.Needs.Select(need => running[need])];
            running.Add(check.Id, Task.Run(() => RunAsync(check, needed, examination, progress, ending.Token), CancellationToken.None));
        }

        var results = await Task.WhenAll(checks.Select(check => running[check.Id]));
        cancellationToken.ThrowIfCancellationRequested();
        // What was too slow must not go on behind the report.
        await ending.CancelAsync();
        return new DoctorReport(startedAt, time.GetElapsedTime(start), portal.Origin.GetLeftPart(UriPartial.Authority), logto.Value.Endpoint!.AbsoluteUri.TrimEnd('/'), results);
    }

    private async Task<CheckResult> RunAsync(ITenantCheck check, Task<CheckResult>[] needed, Examination examination, IProgress<CheckResult>? progress, CancellationToken ending)
    {
        var obstacle = (await Task.WhenAll(needed)).FirstOrDefault(result => result.Status is CheckStatus.Failure or CheckStatus.Skipped);
        var start = time.GetTimestamp();
        var outcome = obstacle is null ? await LookAsync(check, examination, ending) : CheckOutcome.Skip(CauseOf(obstacle));
        var sentence = outcome.Case.Contains('.', StringComparison.Ordinal) ? outcome.Case : $"{check.Id}.{outcome.Case}";
        var result = new CheckResult(check.Id, outcome.Status, sentence, outcome.Arguments, time.GetElapsedTime(start));
        progress?.Report(result);
        return result;
    }

    private async Task<CheckOutcome> LookAsync(ITenantCheck check, Examination examination, CancellationToken ending)
    {
        try
        {
            return await check.RunAsync(examination, ending).WaitAsync(LongestCheck, time, ending);
        }
        catch (LogtoException exception)
        {
            var reporter = examination.ReporterOf(exception, check.Id);
            return reporter == check.Id ? Trouble.Of(exception, logto.Value.Endpoint!) : CheckOutcome.Skip(reporter);
        }
        catch (TimeoutException)
        {
            return CheckOutcome.Fail("trouble.slow", LongestCheck.TotalSeconds);
        }
        catch (OperationCanceledException)
        {
            return CheckOutcome.Fail("trouble.late", LongestRun.TotalSeconds);
        }
        catch (Exception exception)
        {
            Broke(exception, exception.GetType().Name);
            return CheckOutcome.Fail("trouble.broke", exception.GetType().Name);
        }
    }

    // Whoever reads that something was skipped is told what to repair, not what was skipped before it.
    private static CheckTitle CauseOf(CheckResult obstacle) => obstacle.Arguments is [CheckTitle cause] && obstacle.Status == CheckStatus.Skipped ? cause : new CheckTitle(obstacle.Id);

    [LoggerMessage(Level = LogLevel.Error, Message = "A check of the doctor broke: {Reason}.")]
    private partial void Broke(Exception exception, string reason);
}
