using Microsoft.Extensions.Time.Testing;
using OrgPortal.LogtoEmulator.Control;
using OrgPortal.Tests.Support;
using OrgPortal.Web.Features.Doctor;

namespace OrgPortal.Tests.Features.Doctor;

/// <summary>A sound tenant, and a portal whose settings do not fit it.</summary>
public sealed class DoctorSettingsTests
{
    [Theory]
    [InlineData("Logto:Web:ClientId", "nobody", CheckIds.WebApplication, "unknown")]
    [InlineData("Logto:Web:ClientSecret", "nothing", CheckIds.WebSecret, "other")]
    [InlineData("Logto:Management:ClientSecret", "nothing", CheckIds.Credentials, "wrong")]
    [InlineData("Logto:Management:Resource", "https://elsewhere.example/api", CheckIds.Credentials, "resource")]
    [InlineData("Logto:Webhooks:SigningKey", null, CheckIds.WebhookKey, "unset")]
    [InlineData("Portal:Permissions:members.invite", "ask:people", CheckIds.Permissions, "missing")]
    [InlineData("Portal:Organizations:AdministratorRole", "chief", CheckIds.AdministratorRole, "unknown")]
    [InlineData("Portal:Organizations:AdministratorRole", "member", CheckIds.AdministratorRole, "weak")]
    [InlineData("Portal:Operators:Role", "nobody", CheckIds.OperatorRole, "unknown")]
    [InlineData("Portal:Sessions:MaximumAge", "60.00:00:00", CheckIds.RefreshTokens, "short")]
    public async Task A_setting_that_does_not_fit_is_named(string key, string? value, string check, string @case)
    {
        var options = DoctorHouse.Options();
        options.Settings[key] = value;
        await using var portal = await PortalFactory.StartAsync(options);
        DoctorHouse.Repair(portal);

        AssertNames(await DoctorHouse.ExamineAsync(portal), check, @case);
    }

    [Fact]
    public async Task Another_name_for_the_same_Logto_is_another_issuer()
    {
        var options = DoctorHouse.Options();
        await using var first = await PortalFactory.StartAsync(options);
        DoctorHouse.Repair(first);
        options = new PortalFactoryOptions { Beside = first, Time = options.Time, Services = options.Services };
        foreach (var (key, value) in DoctorHouse.Options().Settings)
        {
            options.Settings[key] = value;
        }

        options.Settings["Logto:Endpoint"] = $"http://localhost:{first.LogtoAddress.Port}";
        await using var second = await PortalFactory.StartAsync(options);

        AssertNames(await DoctorHouse.ExamineAsync(second), CheckIds.Issuer, "other");
    }

    [Fact]
    public async Task A_Logto_that_is_not_there_is_named()
    {
        var options = DoctorHouse.Options();
        options.Settings["Logto:Endpoint"] = "http://127.0.0.1:9";
        await using var portal = await PortalFactory.StartAsync(options);

        var report = await DoctorHouse.ExamineAsync(portal);

        Assert.Equal("trouble.connection", Assert.Single(report.Checks, check => check.Status == CheckStatus.Failure).Sentence);
    }

    [Fact]
    public async Task A_Valkey_that_is_not_there_is_named_without_its_password()
    {
        var options = DoctorHouse.Options();
        options.Settings["ConnectionStrings:Valkey"] = "127.0.0.1:9,password=hush-hush";
        await using var portal = await PortalFactory.StartAsync(options);
        DoctorHouse.Repair(portal);

        var report = await DoctorHouse.ExamineAsync(portal);

        AssertNames(report, CheckIds.Valkey, "away");
        Assert.Equal(["127.0.0.1:9"], report.Checks.Single(check => check.Id == CheckIds.Valkey).Arguments);
    }

    [Theory]
    [InlineData(-30, "ahead", CheckStatus.Warning)]
    [InlineData(30, "behind", CheckStatus.Warning)]
    [InlineData(600, "behind", CheckStatus.Failure)]
    public async Task Clocks_that_differ_are_named_with_the_seconds(int seconds, string @case, CheckStatus status)
    {
        var options = DoctorHouse.Options();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow.AddSeconds(seconds));
        var house = new PortalFactoryOptions { Time = clock, Logto = options.Logto };
        foreach (var (key, value) in options.Settings)
        {
            house.Settings[key] = value;
        }

        await using var portal = await PortalFactory.StartAsync(house);
        DoctorHouse.Repair(portal);
        clock.SetUtcNow(DateTimeOffset.UtcNow.AddSeconds(seconds + 1));

        var line = (await DoctorHouse.ExamineAsync(portal)).Checks.Single(check => check.Id == CheckIds.Clock);

        Assert.Equal((status, $"{CheckIds.Clock}.{@case}"), (line.Status, line.Sentence));
        Assert.InRange((double)line.Arguments[0], Math.Abs(seconds) - 20, Math.Abs(seconds) + 20);
    }

    [Fact]
    public async Task A_Logto_that_never_answers_ends_with_the_time_that_a_check_has()
    {
        var options = DoctorHouse.Options();
        var clock = new ClockOfOneCheck(DateTimeOffset.UtcNow);
        var house = new PortalFactoryOptions { Time = clock, Logto = options.Logto };
        await using var portal = await PortalFactory.StartAsync(house);
        portal.Logto.Faults.Add(new Fault { Route = "/oidc/.well-known/openid-configuration", Kind = FaultKind.Delay, Delay = TimeSpan.FromMinutes(10), Times = 100 });

        var run = DoctorHouse.ExamineAsync(portal);
        while (!run.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var report = await run;
        // The clock runs ahead of what really takes time here, so that others may be late too.
        Assert.Contains(report.Checks, check => check is { Status: CheckStatus.Failure, Sentence: "trouble.slow" });
    }

    private static void AssertNames(DoctorReport report, string check, string @case)
    {
        var wrong = report.Checks.Where(line => line.Status != DoctorHouse.Sound(line.Id) && line.Status != CheckStatus.Skipped).ToList();
        Assert.Equal($"{check}.{@case}", Assert.Single(wrong).Sentence);
    }

    /// <summary>Stands still unless moved, and never ends a run: moved before a check has begun, it would end that as late and not as slow.</summary>
    private sealed class ClockOfOneCheck(DateTimeOffset now) : FakeTimeProvider(now)
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == Examiner.LongestRun ? Timeout.InfiniteTimeSpan : dueTime, period);
    }
}
