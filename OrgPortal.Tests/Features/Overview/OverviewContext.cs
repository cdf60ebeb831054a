using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrgPortal.Tests.Audit;
using OrgPortal.Tests.Features.Domains;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Features.Overview;
using OrgPortal.Web.Features.Security;
using OrgPortal.Web.Scheduling;

namespace OrgPortal.Tests.Features.Overview;

/// <summary>The overview over the real services, a store and a Logto in memory; Alice, the administrator of Acme, looks at it unless somebody else is told.</summary>
public abstract class OverviewContext : DomainPagesContext
{
    protected OverviewContext()
    {
        Services.AddOverview();
        Services.AddSignInSecurity();
        Services.AddSingleton<IWorkStarter>(new FakeWorkStarter());
    }

    protected FakeLogto Logto => House.Logto;

    protected IOrganizationOverviewService Service => Services.GetRequiredService<IOrganizationOverviewService>();

    /// <summary>The person's rights are known before, as the shell has read them by then.</summary>
    protected async Task<OrganizationOverview> ReadAsync(OverviewParts parts = OverviewParts.All)
    {
        Access();
        Logto.Calls.Clear();
        var read = await Service.GetAsync(House.Acme, parts);
        Assert.Null(read.Failure);
        return read.Value;
    }

    /// <summary>Something that happened so many days ago, with the outcome that it was done.</summary>
    protected async Task RecordAsync(double daysAgo, string action, string target = "Bob Brown")
    {
        var writer = AuditChains.Writer(House.Store, time: new FakeTimeProvider(Clock.GetUtcNow().AddDays(-daysAgo)));
        await writer.AppendAsync(new AuditContent
        {
            Action = action, OrganizationId = House.Acme.Value, ActorId = House.Alice.Value, ActorName = "Alice Adams", TargetKind = "member", TargetId = "somebody1234", TargetName = target, Outcome = AuditOutcomes.Done,
        });
    }

    /// <summary>Acme exists for so many days.</summary>
    protected void Age(int days)
    {
        var index = Logto.Organizations.FindIndex(one => one.Id == House.Acme);
        Logto.Organizations[index] = Logto.Organizations[index] with { CreatedAt = Clock.GetUtcNow().AddDays(-days) };
    }

    /// <summary>Everybody but Alice leaves.</summary>
    protected void Empty() => Logto.Members.RemoveAll(member => member.Organization == House.Acme && member.User != House.Alice);

    protected void SetLogo()
    {
        var index = Logto.Organizations.FindIndex(one => one.Id == House.Acme);
        Logto.Organizations[index] = Logto.Organizations[index] with { Branding = new("https://acme.example/logo.png") };
    }

    protected IRenderedComponent<OverviewPage> Open()
    {
        Navigation.NavigateTo($"/organizations/{House.Acme}");
        var access = Access();
        Logto.Calls.Clear();
        return Render<OverviewPage>(parameters => parameters.Add(page => page.OrganizationId, House.Acme.Value).AddCascadingValue(access));
    }
}
