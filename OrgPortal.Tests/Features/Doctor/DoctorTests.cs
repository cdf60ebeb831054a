using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrgPortal.LogtoEmulator;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.Web.Features.Doctor;

namespace OrgPortal.Tests.Features.Doctor;

/// <summary>A tenant in which one thing is broken, and then another: the doctor names each, and only it.</summary>
public sealed class DoctorTests(DoctorHouse house) : IClassFixture<DoctorHouse>
{
    public static TheoryData<string> Breaks => [.. TenantBreaks.All.Keys];

    [Fact]
    public async Task A_sound_tenant_passes_every_check()
    {
        house.Repair();

        var report = await house.ExamineAsync();

        AssertSound(report.Checks, []);
        Assert.Equal(CheckIds.InOrder, report.Checks.Select(check => check.Id));
        Assert.Equal((0, 0), (report.Count(CheckStatus.Failure), report.Count(CheckStatus.Skipped)));
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task What_is_broken_is_named_and_nothing_else(string name)
    {
        house.Repair();
        var broken = TenantBreaks.All[name];
        house.Portal.Logto.State.Write(broken.Do);

        var report = await house.ExamineAsync();

        var named = report.Checks.Single(check => check.Id == broken.Check);
        Assert.Equal((broken.Status, $"{broken.Check}.{broken.Case}"), (named.Status, named.Sentence));
        Assert.NotEmpty(Words.RemedyOf(named)!);
        AssertSound(report.Checks, [broken.Check]);
    }

    [Theory]
    [InlineData("GET", "/api/hooks", CheckIds.Webhook)]
    [InlineData("GET", "/api/sign-in-exp", CheckIds.SignUpAddress, CheckIds.SignUpVerification, CheckIds.SecondFactors)]
    [InlineData("GET", "/api/email-templates", CheckIds.InvitationMail)]
    [InlineData("GET", "/api/roles", CheckIds.OperatorRole)]
    public async Task An_error_of_Logtos_is_named_by_one_check(string method, string route, params string[] candidates)
    {
        house.Repair();
        house.Portal.Logto.Faults.Add(new Fault { Method = method, Route = route, Kind = FaultKind.Status, Status = 500, Times = 100 });

        var report = await house.ExamineAsync();

        var failed = Assert.Single(report.Checks, check => check.Status == CheckStatus.Failure);
        Assert.Contains(failed.Id, candidates);
        Assert.Equal("trouble.status", failed.Sentence);
        AssertSound(report.Checks, [failed.Id]);
    }

    [Theory]
    [InlineData(FaultKind.Status, 500, "trouble.status")]
    [InlineData(FaultKind.Status, 502, "trouble.status")]
    [InlineData(FaultKind.Status, 429, "trouble.busy")]
    [InlineData(FaultKind.Status, 404, "trouble.unknown")]
    [InlineData(FaultKind.Text, null, "trouble.format")]
    [InlineData(FaultKind.Garbage, null, "trouble.format")]
    [InlineData(FaultKind.Drop, null, "trouble.broken")]
    public async Task A_tenant_that_does_not_answer_properly_is_one_line(FaultKind kind, int? status, string sentence)
    {
        house.Repair();
        house.Portal.Logto.Faults.Add(new Fault { Route = "/**", Kind = kind, Status = status, Times = 1000 });

        var report = await house.ExamineAsync();

        Assert.Equal((CheckStatus.Failure, sentence), (report.Checks.Single(check => check.Id == CheckIds.Reachable) is var line ? line.Status : default, line.Sentence));
        Assert.NotEmpty(Words.RemedyOf(line)!);
        AssertSound(report.Checks, [CheckIds.Reachable]);
    }

    [Fact]
    public async Task What_is_skipped_says_because_of_what_was_found_and_not_what_was_skipped()
    {
        house.Repair();
        house.Portal.Logto.State.Write(TenantBreaks.All["the machine has another secret"].Do);

        var report = await house.ExamineAsync();

        var skipped = report.Checks.Single(check => check.Id == CheckIds.RedirectAddress);
        Assert.Equal(CheckStatus.Skipped, skipped.Status);
        Assert.Equal("Skipped because of “Machine application”.", In("en", () => Words.FindingOf(skipped)));
        Assert.Equal("因“机器应用”而跳过。", In("zh-Hans", () => Words.FindingOf(skipped)));
    }

    [Fact]
    public async Task Nothing_is_changed_in_Logto()
    {
        house.Repair();

        await house.ExamineAsync();

        var asked = house.Portal.Logto.Journal.Entries.Select(entry => (entry.Method, entry.Path)).ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, call => Assert.True(call.Method == "GET" || call.Path == "/oidc/token", $"{call.Method} {call.Path}"));
    }

    [Fact]
    public async Task No_secret_is_in_any_report()
    {
        foreach (var name in TenantBreaks.All.Keys.Prepend("nothing"))
        {
            house.Repair();
            if (TenantBreaks.All.TryGetValue(name, out var broken))
            {
                house.Portal.Logto.State.Write(broken.Do);
            }

            var report = await house.ExamineAsync();
            var written = Get<ReportText>().Write(report) + Get<ReportJson>().Write(report);

            Assert.All(
                [EmulatorOptions.WebClientSecret, EmulatorOptions.ManagementClientSecret, DoctorHouse.SigningKey, "another\"", "eyJ"],
                secret => Assert.DoesNotContain(secret, written, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Every_sentence_is_there_in_both_languages_with_what_is_put_into_it()
    {
        foreach (var broken in TenantBreaks.All.Values)
        {
            house.Repair();
            house.Portal.Logto.State.Write(broken.Do);
            var report = await house.ExamineAsync();
            foreach (var culture in new[] { "en", "zh-Hans" })
            {
                var lines = In(culture, () => report.Checks.Select(check => (Words.TitleOf(check.Id), Words.FindingOf(check), Words.RemedyOf(check) ?? string.Empty)).ToList());
                Assert.All(lines, line => Assert.DoesNotMatch(@"\{\d|^[a-z-]+\.[a-z.-]+$", line.Item1 + "\n" + line.Item2 + "\n" + line.Item3));
            }
        }
    }

    private DoctorWords Words => Get<DoctorWords>();

    private T Get<T>()
        where T : notnull => house.Portal.Services.GetRequiredService<T>();

    private static T In<T>(string culture, Func<T> act)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static void AssertSound(IEnumerable<CheckResult> checks, IReadOnlyCollection<string> but)
    {
        var others = checks.Where(check => !but.Contains(check.Id));
        var wrong = others.Where(check => check.Status != DoctorHouse.Sound(check.Id) && !(check.Status == CheckStatus.Skipped && but.Contains(((CheckTitle)check.Arguments[0]).Id)));
        Assert.Equal(string.Empty, string.Join('\n', wrong.Select(check => $"{check.Status} {check.Sentence}: {string.Join(", ", check.Arguments)}")));
    }
}
