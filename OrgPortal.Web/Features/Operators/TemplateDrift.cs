namespace OrgPortal.Web.Features.Operators;

/// <summary>Something in which the template is not as the portal needs it.</summary>
/// <param name="Kind">In what.</param>
/// <param name="Subject">Which role or permission, by Logto's name; for several, with commas between them.</param>
public sealed record TemplateDrift(TemplateDriftKind Kind, string Subject)
{
    /// <summary>Whether something does not work because of it.</summary>
    public bool IsHarmful => Kind != TemplateDriftKind.UnknownPermission;
}
