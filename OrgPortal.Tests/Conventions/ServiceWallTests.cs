using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OrgPortal.Tests.Support;
using OrgPortal.Tests.Support.Fakes;
using OrgPortal.Tests.Support.Fakes.Logto;
using OrgPortal.Web;
using OrgPortal.Web.Audit;
using OrgPortal.Web.Authentication;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;
using OrgPortal.Web.Store;

namespace OrgPortal.Tests.Conventions;

/// <summary>
/// The wall, tried on every method of every service: the real services over the real guard, with a Logto in memory. A new
/// method is tried without being named here; one that forgets its permission check fails.
/// </summary>
public sealed class ServiceWallTests : IDisposable
{
    /// <summary>What anybody may ask, signed in or not: the landing pages of invitations and links to join by, and what they offer to bearers without an account.</summary>
    private static readonly HashSet<string> ForEverybody = ["IInvitationResponseService.FindAsync", "IJoinByLinkService.FindAsync", "IInvitationResponseService.AskForNewAsync", "IInvitationResponseService.SignUpAsync"];

    private readonly SqliteStore _store = new();
    private readonly FakeLogto _logto = new();
    private readonly FakeCurrentUser _currentUser = new();
    private readonly FakeOrganizationEvents _events = new();
    private readonly FakeAuditTrail _audit = new();
    private readonly OrganizationId _acme;
    private readonly OrganizationId _globex;
    private readonly UserId _bob;
    private readonly UserId _mallory;

    public ServiceWallTests()
    {
        var admin = _logto.AddRole("admin", "read:member", "invite:member", "manage:member", "delete:member", "manage:organization", "delete:organization", "manage:security", "manage:application", "read:audit");
        var powerless = _logto.AddRole("guest", "unrelated:permission");
        _acme = _logto.AddOrganization("Acme");
        _globex = _logto.AddOrganization("Globex");
        _bob = _logto.AddUser("bob@example.com", "Bob");
        _mallory = _logto.AddUser("mallory@example.com", "Mallory");
        _logto.AddMember(_acme, _logto.AddUser("alice@example.com", "Alice"), admin);
        _logto.AddMember(_acme, _bob, powerless);
        _logto.AddMember(_globex, _mallory, admin);
    }

    public static TheoryData<string> EveryMethod => [.. Services().SelectMany(MethodsOf).Select(NameOf)];

    public static TheoryData<string> EveryMethodOnAnOrganization => [.. Services().SelectMany(MethodsOf).Where(IsOnAnOrganization).Select(NameOf)];

    public void Dispose() => _store.Dispose();

    [Fact]
    public void There_are_services_to_try() => Assert.NotEmpty(EveryMethod);

    [Theory]
    [MemberData(nameof(EveryMethod))]
    public async Task Nobody_gets_nothing(string method)
    {
        if (ForEverybody.Contains(method))
        {
            return;
        }

        var failure = await CallAsync(method, _acme);

        Assert.IsType<SignInRequired>(failure);
        Assert.Empty(_logto.Calls.Made);
        AssertNothingHappened();
    }

    [Theory]
    [MemberData(nameof(EveryMethodOnAnOrganization))]
    public async Task An_administrator_of_another_organization_is_told_that_there_is_none(string method)
    {
        _currentUser.SignIn(_mallory);

        var foreign = await CallAsync(method, _acme);
        var unknown = await CallAsync(method, OrganizationId.Parse("nosuchorg123"));

        Assert.IsType<NotFound>(foreign);
        Assert.Equal(foreign, unknown);
        AssertNothingHappened();
    }

    [Theory]
    [MemberData(nameof(EveryMethodOnAnOrganization))]
    public async Task Without_an_answer_from_Logto_nothing_is_allowed(string method)
    {
        _currentUser.SignIn(_mallory);
        _logto.Calls.FailNext(new LogtoUnreachableException("test"), 1000);

        Assert.IsType<Unavailable>(await CallAsync(method, _globex));
        AssertNothingHappened();
    }

    private void AssertNothingHappened()
    {
        Assert.Equal(2, _logto.Organizations.Count);
        Assert.Equal(3, _logto.Members.Count);
        Assert.Empty(_logto.Invitations);
        Assert.Empty(_logto.Messages);
        Assert.Empty(_events.Published);
        Assert.DoesNotContain(_audit.Records, record => record.Outcome != "denied");
    }

    private async Task<Failure?> CallAsync(string name, OrganizationId organization)
    {
        var method = Services().SelectMany(MethodsOf).Single(m => NameOf(m) == name);
        await using var provider = Provider();
        await using var scope = provider.CreateAsyncScope();
        var service = scope.ServiceProvider.GetRequiredService(method.DeclaringType!);

        var task = (Task)method.Invoke(service, Arguments.For(method, organization))!;
        await task;
        var result = task.GetType().GetProperty("Result")!.GetValue(task)!;
        return (Failure?)result.GetType().GetProperty("Failure")!.GetValue(result);
    }

    private ServiceProvider Provider()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Portal:PublicUrl"] = "http://localhost:5080";
        builder.Configuration["Portal:Operators:Role"] = "Operator";
        foreach (var (key, value) in new[] { ("Endpoint", "https://logto.test"), ("Web:ClientId", "web"), ("Web:ClientSecret", "secret"), ("Management:ClientId", "machine"), ("Management:ClientSecret", "secret") })
        {
            // The doctor's clients are none of the fakes; they are made, and not called.
            builder.Configuration["Logto:" + key] = value;
        }

        builder.AddPortal();
        _logto.AddTo(builder.Services);
        builder.Services.Replace(ServiceDescriptor.Scoped<ICurrentUser>(_ => _currentUser));
        builder.Services.Replace(ServiceDescriptor.Scoped<IAuditTrail>(_ => _audit));
        builder.Services.Replace(ServiceDescriptor.Singleton<OrgPortal.Web.Events.IOrganizationEvents>(_events));
        builder.Services.Replace(ServiceDescriptor.Singleton<IDbContextFactory<PortalDbContext>>(_store));
        return builder.Services.BuildServiceProvider();
    }

    private static IEnumerable<Type> Services() =>
        typeof(PortalApplication).Assembly.GetTypes().Where(type =>
            type is { IsInterface: true } && type.Name.EndsWith("Service", StringComparison.Ordinal)
            && type.Namespace?.StartsWith("OrgPortal.Web.Features.", StringComparison.Ordinal) is true);

    private static IEnumerable<MethodInfo> MethodsOf(Type service) => service.GetMethods();

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static bool IsOnAnOrganization(MethodInfo method) => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(OrganizationId));
}
