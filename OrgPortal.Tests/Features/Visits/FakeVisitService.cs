using OrgPortal.Web.Authentication.Visits;
using OrgPortal.Web.Features.Visits;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Visits;

/// <summary>Answers what a test says.</summary>
internal sealed class FakeVisitService : IVisitService
{
    public Failure? Denied { get; set; }

    public Failure? Refused { get; set; }

    public DateTimeOffset? InsideUntil { get; set; }

    public List<Visit> Visits { get; } = [];

    public List<string> Reasons { get; } = [];

    public int Left { get; private set; }

    public Task<Result<VisitTerms>> GetTermsAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        Task.FromResult<Result<VisitTerms>>(Denied is { } denied ? denied : new VisitTerms(organization, "Acme", TimeSpan.FromMinutes(90), InsideUntil));

    public Task<Result<Visit>> EnterAsync(OrganizationId organization, string reason)
    {
        Reasons.Add(reason);
        return Task.FromResult<Result<Visit>>(Refused is { } refused ? refused : new Visit(Guid.NewGuid(), organization, UserId.Parse("olga12345678", null), "Olga", reason, default, default));
    }

    public Task<Result> LeaveAsync(OrganizationId organization)
    {
        Left++;
        return Task.FromResult(Result.Done);
    }

    public Task<Result<IReadOnlyList<Visit>>> ListAsync(OrganizationId organization, CancellationToken cancellationToken = default) =>
        Task.FromResult<Result<IReadOnlyList<Visit>>>(Denied is { } denied ? denied : Result.Of<IReadOnlyList<Visit>>([.. Visits]));
}
