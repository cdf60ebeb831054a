namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>A test sign-in.</summary>
/// <param name="BegunAt">When it was begun.</param>
/// <param name="EndedAt">When it came back; <see langword="null"/> while it has not.</param>
/// <param name="Outcome">What came of it; <see langword="null"/> while it has not come back.</param>
/// <param name="Address">The address of whoever signed in, where there is one.</param>
public sealed record ConnectionTrial(DateTimeOffset BegunAt, DateTimeOffset? EndedAt, TrialOutcome? Outcome, string? Address);
