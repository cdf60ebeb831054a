using System.ComponentModel;

namespace OrgPortal.Web.Features.Operators.Api;

/// <summary>Something in which the template is not as the portal needs it.</summary>
internal sealed record TemplateDriftResponse(
    [property: Description("In what.")] TemplateDriftKind Kind,
    [property: Description("Which role or permission, by Logto's name.")] string Subject);
