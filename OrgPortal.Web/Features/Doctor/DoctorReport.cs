namespace OrgPortal.Web.Features.Doctor;

/// <summary>What a run found.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Portal">The portal's public address.</param>
/// <param name="Logto">Logto's address.</param>
/// <param name="Checks">Every check, in order.</param>
public sealed record DoctorReport(DateTimeOffset StartedAt, TimeSpan Took, string Portal, string Logto, IReadOnlyList<CheckResult> Checks)
{
    /// <summary>The worst of it: failure, warning or pass.</summary>
    public CheckStatus Status => Count(CheckStatus.Failure) > 0 ? CheckStatus.Failure : Count(CheckStatus.Warning) > 0 ? CheckStatus.Warning : CheckStatus.Pass;

    /// <summary>How many came to that.</summary>
    public int Count(CheckStatus status) => Checks.Count(check => check.Status == status);
}
