namespace OrgPortal.Web.Features.Doctor;

/// <summary>A line of the report.</summary>
/// <param name="Id">Which check.</param>
/// <param name="Status">What it came to.</param>
/// <param name="Sentence">The key of what was found; see <see cref="DoctorWords"/>.</param>
/// <param name="Arguments">What is put into it.</param>
/// <param name="Took">How long it took.</param>
public sealed record CheckResult(string Id, CheckStatus Status, string Sentence, IReadOnlyList<object> Arguments, TimeSpan Took);
