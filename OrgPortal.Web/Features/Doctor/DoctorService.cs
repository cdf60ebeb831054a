using OrgPortal.Web.Authorization;
using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Doctor;

internal sealed class DoctorService(IOperatorGuard guard, Examiner examiner) : IDoctorService
{
    public async Task<Result> MayLookAsync(CancellationToken cancellationToken = default) =>
        await guard.DenyUnlessOperatorAsync(cancellationToken) is { } denied ? denied : Result.Done;

    public async Task<Result<DoctorReport>> ExamineAsync(IProgress<CheckResult>? progress = null, CancellationToken cancellationToken = default)
    {
        if (await guard.DenyUnlessOperatorAsync(cancellationToken) is { } denied)
        {
            return denied;
        }

        return await examiner.RunAsync(progress, cancellationToken);
    }
}
