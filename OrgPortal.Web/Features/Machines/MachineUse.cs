namespace OrgPortal.Web.Features.Machines;

/// <summary>When a machine last got a token, as far as Logto's log goes back.</summary>
/// <param name="At">When; nothing when the log knows of no token.</param>
public sealed record MachineUse(DateTimeOffset? At);
