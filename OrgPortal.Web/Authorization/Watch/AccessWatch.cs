using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication.Circuits;
using OrgPortal.Web.Events;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Observability;

namespace OrgPortal.Web.Authorization.Watch;

/// <summary>
/// Asks Logto, for everybody with open pages on this node and everybody who was given some lately, whether they may still be there: Logto tells neither of a suspension nor of a
/// role that was taken away, and a webhook may be lost. What is different is announced; everything else follows from that.
/// </summary>
internal sealed partial class AccessWatch : BackgroundService
{
    /// <summary>How often it looks whose turn it is.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    // A Logto that hangs must not collect questions without end.
    private const int MostUnderWay = 32;

    private readonly ConcurrentDictionary<UserId, byte> _underWay = new();
    private readonly ConcurrentDictionary<UserId, byte> _unanswered = new();
    private readonly CheckSchedule _schedule;
    private readonly OpenCircuits _circuits;
    private readonly AccessCheck _check;
    private readonly TimeProvider _time;
    private readonly ILogger<AccessWatch> _logger;
    private readonly IDisposable _subscription;
    private readonly AccessTelemetry _telemetry;
    private volatile bool _hurry;
    private bool _isLate;

    public AccessWatch(
        OpenCircuits circuits,
        AccessCheck check,
        IOrganizationRolesClient template,
        ITenantEvents tenant,
        IOptions<AccessWatchOptions> options,
        AccessTelemetry telemetry,
        TimeProvider time,
        ILogger<AccessWatch> logger)
    {
        (_circuits, _check, _telemetry, _time, _logger) = (circuits, check, telemetry, time, logger);
        _schedule = new CheckSchedule(options.Value.CallsPerMinute, time);
        _subscription = tenant.Subscribe(happened =>
        {
            if (happened is TemplateChanged)
            {
                template.Forget();
                _hurry = true;
            }
        });
    }

    public override void Dispose()
    {
        _subscription.Dispose();
        base.Dispose();
    }

    /// <summary>Asks about those whose turn it is.</summary>
    /// <returns>Completes when all of them were asked about.</returns>
    public Task RoundAsync(CancellationToken cancellationToken)
    {
        if (_underWay.Count >= MostUnderWay)
        {
            return Task.CompletedTask;
        }

        if (_hurry)
        {
            _hurry = false;
            _schedule.Hurry();
        }

        var present = _circuits.People;
        var turn = _schedule.Take([.. present.Where(person => !_underWay.ContainsKey(person.Id))]);
        Report(present.Count);
        return Task.WhenAll(turn.Select(person => CheckAsync(person, cancellationToken)));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, _time);

        // The timer's end wakes the wait without an exception, which a host whose start has failed would take for ours.
        await using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            // Not waited for: one slow answer must not make everybody else late.
            _ = RoundAsync(stoppingToken);
        }
    }

    private async Task CheckAsync(PresentPerson person, CancellationToken cancellationToken)
    {
        if (!_underWay.TryAdd(person.Id, 0))
        {
            return;
        }

        try
        {
            Note(person.Id, await _check.CheckAsync(person, cancellationToken));
        }
#pragma warning disable CA1031 // One question that goes wrong must not end the watch.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                CheckFailed(exception);
            }
        }
        finally
        {
            _underWay.TryRemove(person.Id, out _);
        }
    }

    // When Logto goes away, and when it comes back, the person's pages look for themselves and say so.
    private void Note(UserId person, bool? isAnswered)
    {
        var isNew = isAnswered switch
        {
            false => _unanswered.TryAdd(person, 0),
            true => _unanswered.TryRemove(person, out _),
            null => false,
        };
        if (isNew)
        {
            _circuits.Tell(person);
        }
    }

    private void Report(int people)
    {
        _telemetry.Report(people, _schedule.Oldest);
        var isLate = _schedule.Oldest > CheckSchedule.Promise;
        if (isLate && !_isLate)
        {
            Late(people);
        }

        _isLate = isLate;
        if (people == 0)
        {
            _unanswered.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Logto cannot be asked about all {Count} people with open pages within half a minute: raise Portal:AccessWatch:CallsPerMinute, or run more nodes.")]
    private partial void Late(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Whether somebody with open pages may still be there could not be found out; trying again.")]
    private partial void CheckFailed(Exception exception);
}
