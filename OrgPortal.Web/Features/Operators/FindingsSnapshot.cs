namespace OrgPortal.Web.Features.Operators;

/// <summary>What the page of findings shows.</summary>
/// <param name="Url">Where it was read for.</param>
/// <param name="Page">The findings.</param>
/// <param name="Survey">The survey; <see langword="null"/> when there was none.</param>
public sealed record FindingsSnapshot(string Url, FindingPage Page, SurveyProgress? Survey);
