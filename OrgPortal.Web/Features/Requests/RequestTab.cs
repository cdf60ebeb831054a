namespace OrgPortal.Web.Features.Requests;

/// <summary>What the tab of requests shows.</summary>
/// <param name="IsShown">Whether there is one: people can ask, or have asked.</param>
/// <param name="Open">How many requests wait.</param>
public sealed record RequestTab(bool IsShown, int Open);
