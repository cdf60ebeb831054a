namespace OrgPortal.Web.Features.Overview;

/// <summary>The second factors of whoever asks.</summary>
/// <param name="Types">Their kinds as Logto calls them, each once; empty without any.</param>
public sealed record OverviewSecondFactors(IReadOnlyList<string> Types);
