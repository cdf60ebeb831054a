using OrgPortal.Web.Logto;
using OrgPortal.Web.Notices;

namespace OrgPortal.Tests.Features.Members;

/// <summary>What people were told, in order; administrators are nobody in particular.</summary>
internal sealed class FakeNotices : INotices
{
    public List<(Notice Notice, IReadOnlyList<UserId> People)> Told { get; } = [];

    public Task TellAsync(IReadOnlyCollection<UserId> people, Notice notice)
    {
        Told.Add((notice, [.. people]));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<UserId>> TellAdministratorsAsync(Notice notice, IReadOnlyCollection<UserId>? except = null)
    {
        Told.Add((notice, []));
        return Task.FromResult<IReadOnlyList<UserId>>([]);
    }
}
