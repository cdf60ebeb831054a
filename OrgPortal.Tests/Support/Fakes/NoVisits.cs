using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrgPortal.Web.Authentication.Visits;
using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Logto.Clients;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Support.Fakes;

/// <summary>No operator is inside anywhere, but those of whom a test says so.</summary>
public sealed class NoVisits : IVisits
{
    /// <summary>The visits under way.</summary>
    public List<Visit> Visits { get; } = [];

    /// <summary>What the store says instead.</summary>
    public Failure? Failure { get; set; }

    /// <summary>The rights by visits where there are none.</summary>
    internal static VisitRights Rights(IUsersClient users) => new(new NoVisits(), new TenantOperators(users, Options.Create(new OperatorOptions())));

    /// <summary>Registers the same.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddOptions<OperatorOptions>();
        services.AddSingleton<IVisits, NoVisits>();
        services.AddSingleton<TenantOperators>();
        services.AddSingleton<VisitRights>();
    }

    public Task<Result<Visit?>> FindAsync(OrganizationId organization, UserId person, bool isFresh = false, CancellationToken cancellationToken = default) =>
        Task.FromResult(Failure is { } failure ? failure : Result.Of(Visits.FirstOrDefault(visit => visit.Organization == organization && visit.Operator == person)));

    public Task<Result<bool>> WasInsideAsync(OrganizationId organization, UserId person, DateTimeOffset since) =>
        Task.FromResult(Failure is { } failure ? failure : Result.Of(Visits.Any(visit => visit.Organization == organization && visit.Operator == person && visit.EndsAt >= since)));
}
