using OrgPortal.Web.Results;

namespace OrgPortal.Web.Features.Doctor;

/// <summary>Whether the portal and its Logto fit together, for operators.</summary>
public interface IDoctorService
{
    /// <summary>Whether the signed-in person may look; asks Logto.</summary>
    Task<Result> MayLookAsync(CancellationToken cancellationToken = default);

    /// <summary>Looks at everything and changes nothing. Some twenty calls to Logto, and at most 40 seconds.</summary>
    /// <param name="progress">Told of each line as soon as it is known, on any thread.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<Result<DoctorReport>> ExamineAsync(IProgress<CheckResult>? progress = null, CancellationToken cancellationToken = default);
}
