using OrgPortal.Web.Components;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Doctor;

/// <summary>What the doctor finds, line by line as it comes. There for operators only; for everybody else it is no page.</summary>
public sealed partial class DoctorPage
{
    /// <summary>Where it is.</summary>
    public const string Path = "/operators/health";

    private readonly CancellationTokenSource _leaving = new();
    private readonly Dictionary<string, CheckResult> _lines = [];
    private DoctorReport? _report;
    private Failure? _failure;
    private bool _isRunning;

    private IReadOnlyList<BarPart> Parts => [.. _lines.Values.GroupBy(line => line.Status).OrderBy(group => group.Key).Select(group => new BarPart(group.Count(), ToneOf(group.Key)))];

    private IReadOnlyList<CheckResult> ToDo => _report is null ? [] : [.. _report.Checks.Where(line => line.Status is CheckStatus.Warning or CheckStatus.Failure).OrderByDescending(line => line.Status)];

    /// <inheritdoc />
    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? ExamineAsync() : AskAsync().WithPatience(RendererInfo, Time, Prerendering.PatienceForStatus);

    private static Tone ToneOf(CheckStatus status) => status switch
    {
        CheckStatus.Pass => Tone.Success,
        CheckStatus.Warning => Tone.Warning,
        CheckStatus.Failure => Tone.Danger,
        _ => Tone.Neutral,
    };

    private async Task AskAsync() => Tell((await Doctor.MayLookAsync(_leaving.Token)).Failure);

    private async Task ExamineAsync()
    {
        if (_isRunning)
        {
            return;
        }

        (_isRunning, _failure, _report) = (true, null, null);
        _lines.Clear();
        StateHasChanged();
        var examined = await Doctor.ExamineAsync(new Lines(this), _leaving.Token);
        _isRunning = false;
        if (examined.IsFailure)
        {
            Tell(examined.Failure);
            return;
        }

        _report = examined.Value;
        foreach (var line in _report.Checks)
        {
            _lines[line.Id] = line;
        }
    }

    private void Tell(Failure? failure)
    {
        _failure = failure;
        if (failure is NotFound or SignInRequired)
        {
            Navigation.NotFound();
        }
    }

    private void Take(CheckResult line)
    {
        if (_isRunning && !_leaving.IsCancellationRequested)
        {
            _lines[line.Id] = line;
            StateHasChanged();
        }
    }

    /// <summary>Brings lines from wherever they are found to the page.</summary>
    private sealed class Lines(DoctorPage page) : IProgress<CheckResult>
    {
        public void Report(CheckResult value) => _ = page.InvokeAsync(() => page.Take(value));
    }
}
