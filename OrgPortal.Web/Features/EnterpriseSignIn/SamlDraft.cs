namespace OrgPortal.Web.Features.EnterpriseSignIn;

/// <summary>What was typed of a SAML provider.</summary>
/// <param name="IsText">Whether the document was pasted.</param>
/// <param name="Url">As typed.</param>
/// <param name="Text">As pasted.</param>
public sealed record SamlDraft(bool IsText, string Url, string Text);
