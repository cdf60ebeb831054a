using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Web;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Features.Invitations.Importing;
using OrgPortal.Web.Features.Members;
using OrgPortal.Web.Logto;

namespace OrgPortal.Tests.Nodes;

/// <summary>
/// A process of its own with the whole portal in it, configured by its environment as any other. Acts are told to it line by line, and done by the
/// portal's services as whoever the line names; each is answered with one line.
/// </summary>
internal static class PortalNode
{
    /// <summary>The argument that makes the test assembly such a process.</summary>
    public const string Argument = "portal-node";

    /// <summary>The line that says that the portal runs.</summary>
    public const string Ready = "ready";

    /// <summary>The answer for an act that was done; else it is the failure's code.</summary>
    public const string Done = "done";

    public static async Task RunAsync(TextReader commands, TextWriter answers)
    {
        var user = new FakeCurrentUser();
        await using var portal = PortalApplication.Create(
            [],
            builder => builder.Logging.ClearProviders(),
            services => services.Replace(ServiceDescriptor.Scoped<ICurrentUser>(provider => new NodeUser(provider.GetRequiredService<ActingPerson>(), user))));
        await portal.StartAsync();
        await AnswerAsync(answers, Ready);
        while (await commands.ReadLineAsync() is { } line)
        {
            await using var scope = portal.Services.CreateAsyncScope();
            await AnswerAsync(answers, await ActAsync(NodeCommand.FromLine(line), scope.ServiceProvider, user));
        }

        await portal.StopAsync();
    }

    private static async Task<string> ActAsync(NodeCommand command, IServiceProvider services, FakeCurrentUser user)
    {
        var organization = OrganizationId.Parse(command.Organization, null);
        if (command.Act == NodeCommand.Import)
        {
            return await ImportAsync(command, organization, services.GetRequiredService<IInvitationImportService>(), user);
        }

        var members = services.GetRequiredService<IMemberService>();
        var target = UserId.Parse(command.Target, null);
        user.Person = user.SignIn(UserId.Parse(command.Actor, null)) with { AuthenticatedAt = DateTimeOffset.UtcNow };
        SpinWait.SpinUntil(() => DateTimeOffset.UtcNow.Ticks >= command.At);
        var failure = command.Act switch
        {
            NodeCommand.Remove => (await members.RemoveAsync(organization, target)).Failure,
            NodeCommand.Demote => (await members.ChangeRolesAsync(organization, target, [OrganizationRoleId.Parse(command.Role, null)])).Failure,
            NodeCommand.Leave => (await members.LeaveAsync(organization)).Failure,
            NodeCommand.HandOver => (await members.HandOverAsync(organization, target, [OrganizationRoleId.Parse(command.Role, null)], "Acme")).Failure,
            _ => throw new InvalidOperationException($"No act is called {command.Act}."),
        };
        return failure?.Code ?? Done;
    }

    private static async Task<string> ImportAsync(NodeCommand command, OrganizationId organization, IInvitationImportService imports, FakeCurrentUser user)
    {
        user.Person = user.SignIn(UserId.Parse(command.Actor, null));
        var role = OrganizationRoleId.Parse(command.Role, null);
        var entries = Enumerable.Range(0, int.Parse(command.Target, CultureInfo.InvariantCulture)).Select(i => new ImportEntry(i + 1, $"person{i}@example.org", [role]));
        var started = await imports.StartAsync(organization, new StartImportForm("people.csv", [.. entries]));
        return started.Failure?.Code ?? Done;
    }

    private static async Task AnswerAsync(TextWriter answers, string line)
    {
        await answers.WriteLineAsync(line);
        await answers.FlushAsync();
    }

    /// <summary>As in the portal: whom background work acts for comes before whoever a line names.</summary>
    private sealed class NodeUser(ActingPerson acting, FakeCurrentUser user) : ICurrentUser
    {
        public ValueTask<Person?> GetAsync() => acting.Person is { } person ? ValueTask.FromResult<Person?>(person) : user.GetAsync();
    }
}
