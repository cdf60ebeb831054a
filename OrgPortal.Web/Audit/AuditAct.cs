using OrgPortal.Web.Logto;

namespace OrgPortal.Web.Audit;

/// <summary>An act, as it goes on record. Who, when, from where and the correlation are added by the trail.</summary>
/// <param name="Action">What, from <see cref="AuditActions"/>.</param>
/// <param name="Organization">Where; <see langword="null"/> while an organization is being created.</param>
/// <param name="TargetKind">What kind of thing it is done to: <c>member</c>, <c>invitation</c>, <c>organization</c>.</param>
/// <param name="TargetId">The thing's id in Logto; <see langword="null"/> when it has none yet.</param>
/// <param name="TargetName">What people call it (a name or an address), for reading the trail after the thing is gone.</param>
/// <param name="Before">State before, as a short JSON object; <see langword="null"/> when there was none.</param>
/// <param name="After">State after, as a short JSON object.</param>
public sealed record AuditAct(
    string Action,
    OrganizationId? Organization,
    string TargetKind,
    string? TargetId = null,
    string? TargetName = null,
    object? Before = null,
    object? After = null);
