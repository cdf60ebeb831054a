namespace OrgPortal.Web.Features.Overview;

/// <summary>A first step of a new organization.</summary>
/// <param name="Kind">Which.</param>
/// <param name="IsDone">Whether it is done; <see langword="null"/> where the person may not know.</param>
public sealed record SetupStep(SetupStepKind Kind, bool? IsDone);
