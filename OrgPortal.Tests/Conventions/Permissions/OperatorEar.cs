using OrgPortal.Web.Authorization;
using OrgPortal.Web.Results;

namespace OrgPortal.Tests.Conventions.Permissions;

/// <summary>The real guard of operators, with an ear at it.</summary>
internal sealed class OperatorEar(IOperatorGuard inner, List<GuardQuestion> asked) : IOperatorGuard
{
    public Task<Failure?> DenyUnlessOperatorAsync(CancellationToken cancellationToken = default)
    {
        lock (asked)
        {
            asked.Add(new GuardQuestion(nameof(DenyUnlessOperatorAsync), null));
        }

        return inner.DenyUnlessOperatorAsync(cancellationToken);
    }
}
