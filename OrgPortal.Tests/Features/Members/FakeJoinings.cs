using OrgPortal.Web.Features.Audit;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Features.Members;

/// <summary>When people joined, as a test says.</summary>
internal sealed class FakeJoinings : IJoinings
{
    public Dictionary<UserId, Joining> Known { get; } = [];

    public bool IsDown { get; set; }

    public Task<Result<Joining?>> FindAsync(OrganizationId organization, UserId person, CancellationToken cancellationToken) =>
        Task.FromResult(IsDown ? new Unavailable() : Result.Of(Known.GetValueOrDefault(person)));

    public Task<Result<IReadOnlyDictionary<UserId, Joining>>> ListAsync(OrganizationId organization, IReadOnlyCollection<UserId> people, CancellationToken cancellationToken) =>
        Task.FromResult(IsDown ? new Unavailable() : Result.Of<IReadOnlyDictionary<UserId, Joining>>(Known.Where(one => people.Contains(one.Key)).ToDictionary()));
}
