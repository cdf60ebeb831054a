using OrgPortal.Web.Features.Doctor;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Doctor;

/// <summary>A doctor whose findings come when the test says.</summary>
internal sealed class FakeDoctorService : IDoctorService
{
    private IProgress<CheckResult>? _progress;
    private TaskCompletionSource<Result<DoctorReport>> _report = new();

    /// <summary>Why nobody may look.</summary>
    public Failure? Denied { get; set; }

    /// <summary>How often it was asked.</summary>
    public int Runs { get; private set; }

    public Task<Result> MayLookAsync(CancellationToken cancellationToken = default) => Task.FromResult(Denied is { } denied ? denied : Result.Done);

    public Task<Result<DoctorReport>> ExamineAsync(IProgress<CheckResult>? progress = null, CancellationToken cancellationToken = default)
    {
        Runs++;
        _progress = progress;
        _report = new();
        return Denied is { } denied ? Task.FromResult<Result<DoctorReport>>(denied) : _report.Task;
    }

    /// <summary>A line comes in.</summary>
    public void Find(string id, CheckStatus status, string sentence, params object[] arguments) => _progress!.Report(new CheckResult(id, status, sentence, arguments, TimeSpan.Zero));

    /// <summary>The run is at its end.</summary>
    public void End(params IReadOnlyList<CheckResult> checks) =>
        _report.SetResult(new DoctorReport(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero), TimeSpan.FromSeconds(1.25), "https://portal.example", "https://logto.example", checks));
}
