using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using OrgPortal.Tests.Logto.Wire;
using OrgPortal.Web.Observability;

namespace OrgPortal.Tests.Logto;

public sealed class SecrecyTests : WireRoom
{
    private static readonly string[] Private =
        [Secret, "token-1", "token-2", "Bearer", LogtoCallBook.Acme, LogtoCallBook.Bob, LogtoCallBook.Role, LogtoCallBook.Invitation, "erin@example.com", "bob@example.com", "Acme", "portal.example"];

    private static readonly string Body =
        $$$"""{"code":"entity.not_found","message":"{{{LogtoCallBook.Bob}}} bob@example.com {{{Secret}}}","data":{"token":"token-1"}}""";

    public static TheoryData<string> Mishaps => new(MishapsByName.Keys);

    private static Dictionary<string, Func<HttpResponseMessage>> MishapsByName { get; } = new()
    {
        ["refused"] = () => ScriptedLogto.Answer(HttpStatusCode.NotFound, Body),
        ["error 500"] = () => ScriptedLogto.Answer(HttpStatusCode.InternalServerError, Body),
        ["busy"] = () => ScriptedLogto.Answer(HttpStatusCode.ServiceUnavailable, Body),
        ["unauthorized"] = () => ScriptedLogto.Answer(HttpStatusCode.Unauthorized, Body),
        ["no answer"] = () => throw new HttpRequestException(HttpRequestError.ResponseEnded),
        ["nonsense"] = () => ScriptedLogto.Answer(HttpStatusCode.OK, $"{{\"id\":\"{LogtoCallBook.Bob} bob@example.com {Secret}"),
        ["redirected"] = () => ScriptedLogto.Answer(HttpStatusCode.Found, Body, headers: ("Location", $"https://elsewhere.example/{LogtoCallBook.Bob}")),
    };

    [Theory]
    [MemberData(nameof(Mishaps))]
    public async Task Neither_logs_nor_exceptions_tell_tokens_secrets_addresses_names_or_identifiers(string mishap)
    {
        Logto.Otherwise = MishapsByName[mishap];
        var told = new List<string>();

        foreach (var call in LogtoCallBook.All)
        {
            var failure = await Record.ExceptionAsync(() => PassingTimeAsync(call.Act(Services)));
            told.Add(failure?.ToString() ?? string.Empty);
        }

        Assert.Contains(told, text => text.Length > 0);
        Assert.All(told.Concat(Logs.Lines), ToldNothingPrivate);
    }

    [Fact]
    public async Task A_refused_secret_is_not_told()
    {
        Logto.AnswersTokens(() => ScriptedLogto.Answer(HttpStatusCode.Unauthorized, $$"""{"error":"invalid_client","error_description":"{{Secret}}"}"""));

        var failure = await Record.ExceptionAsync(() => PassingTimeAsync(LogtoCallBook.All[0].Act(Services)));

        ToldNothingPrivate(failure!.ToString());
        Assert.Contains(Logs.Lines, line => line.Contains("(401)", StringComparison.Ordinal) && line.Contains("Logto:Management:ClientId, ClientSecret", StringComparison.Ordinal));
        Assert.All(Logs.Lines, ToldNothingPrivate);
    }

    [Theory]
    [MemberData(nameof(EveryCall))]
    public async Task A_call_is_measured_and_traced_once_by_its_template(string name)
    {
        var call = LogtoCallBook.Find(name);
        var traced = new ConcurrentQueue<Activity>();
        var measured = new ConcurrentQueue<Dictionary<string, object?>>();
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => Enable(instrument, listener) };
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) => measured.Enqueue(new Dictionary<string, object?>(tags.ToArray())));
        meters.Start();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == LogtoTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = traced.Enqueue,
        };
        ActivitySource.AddActivityListener(activities);
        using var parent = new Activity("test").Start();
        Logto.Throws(HttpRequestError.ConnectionError);
        AnswersWell(name);

        await MakeAsync(name);

        // Other tests speak with a Logto at the same time.
        var span = Assert.Single(traced, activity => activity.TraceId == parent.TraceId);
        Assert.Equal($"{call.Method} {call.Template}", span.DisplayName);
        Assert.All(span.TagObjects, tag => ToldNothingPrivate($"{tag.Value}"));
        Assert.Contains(measured, tags => Equals(tags["http.route"], call.Template) && Equals(tags["http.request.method"], call.Method));
        Assert.All(measured.SelectMany(tags => tags.Values), value => ToldNothingPrivate($"{value}"));
    }

    private static void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == LogtoTelemetry.Name)
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private static void ToldNothingPrivate(string text) =>
        Assert.All(Private, word => Assert.DoesNotContain(word, text.Replace("LogtoCallBook", "", StringComparison.Ordinal), StringComparison.Ordinal));
}
