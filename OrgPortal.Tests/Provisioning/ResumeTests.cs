using OrgPortal.Web.Provisioning;

namespace OrgPortal.Tests.Provisioning;

/// <summary>Every change fails once, and the next run goes on from there.</summary>
public sealed class ResumeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_fails_the_next_run_completes_and_makes_nothing_twice(bool isDone)
    {
        await using var tenant = await BareTenant.StartAsync();
        var file = BareTenant.Shipped(name => name == "Api:Resource" ? "https://api.example" : BareTenant.Setting(name));
        var failures = 0;
        for (var after = 0; ; after++, failures++)
        {
            tenant.Reset();
            tenant.Spoiler.FailAfter(after, isDone);
            var failure = await Record.ExceptionAsync(() => tenant.ApplyAsync(file));
            if (!tenant.Spoiler.HasFailed)
            {
                Assert.Null(failure);
                break;
            }

            Assert.IsType<ProvisioningException>(failure);
            tenant.Spoiler.FailAfter(-1, false);
            var (_, left, credentials) = await tenant.ApplyAsync(file);
            Assert.True(left.IsDone, $"After {after} changes something is left.");
            Assert.Equal(3, credentials.Settings.Keys.Count(key => key.EndsWith("ClientId", StringComparison.Ordinal) || key.EndsWith("SigningKey", StringComparison.Ordinal)));
            Assert.Equal(["Bootstrap", "OrgPortal", "OrgPortal server"], (await tenant.Clients.Applications.ListAsync()).Select(one => one.Name).Order(StringComparer.Ordinal));
            Assert.Single(await tenant.Clients.Hooks.ListAsync());

            // What was made in the run that failed is remembered as made: it can be taken back.
            var (prune, _) = await tenant.PlanAsync(BareTenant.Parse("owner: orgportal\napplications: [{ name: OrgPortal, type: Traditional }]"), prune: true);
            Assert.Equal(3, prune.Changes.Count(change => change is { Kind: "role", Action: PlannedAction.Delete }));
        }

        Assert.InRange(failures, 28, 60);
    }
}
