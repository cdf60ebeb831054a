using OrgPortal.Web.Authorization;
using OrgPortal.Web.Logto;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary>The real question for a recent sign-in, with an ear at it.</summary>
internal sealed class ReauthenticationEar(IReauthentication inner, List<GuardQuestion> asked) : IReauthentication
{
    public Task<Failure?> DenyUnlessRecentAsync(OrganizationId organization, string action)
    {
        lock (asked)
        {
            asked.Add(new GuardQuestion(nameof(DenyUnlessRecentAsync), null));
        }

        return inner.DenyUnlessRecentAsync(organization, action);
    }

    public ValueTask<bool> IsRecentAsync() => inner.IsRecentAsync();
}
